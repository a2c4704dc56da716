// Asks the exported class what standard input asks, a question a line, and answers a line each.
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

class Driver {
  public static void main(java.lang.String[] arguments) throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, true, "UTF-8");
    for (java.lang.String line = in.readLine(); line != null; line = in.readLine()) {
      java.lang.String[] question = line.split("\t", -1);
      List<java.lang.String> answer = new ArrayList<>();
      if (question[0].equals("symbol")) {
        CLASS.withSymbol(question[1]).forEach(row -> answer.add(java.lang.String.valueOf(row.code())));
        out.println(java.lang.String.join(",", answer));
        continue;
      }
      RAW code = READ(question[1]);
      answer.add(java.lang.String.valueOf(CLASS.fromCode(code).isPresent()));
      answer.add(java.lang.String.valueOf(CLASS.isSuccess(code)));
      CLASS.fromCode(code).ifPresent(row -> row.meanings().forEach(it -> answer.add(java.lang.String.join(
          "\u001f", it.name(), it.symbol() == null ? "" : it.symbol(), it.message(), it.help() == null ? "" : it.help()))));
      out.println(java.lang.String.join("\t", answer));
    }
  }
}
