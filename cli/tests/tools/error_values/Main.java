class Main {
  public static void main(String[] arguments) {
    ERRORS
    java.util.Map<String, Object> other = values("max", 1);
    System.out.println(Shop.UNKNOWN_BOOK.fillIn(other, java.util.Locale.ENGLISH).orElse("unknown"));
  }

  private static void print(int code, java.util.Map<String, Object> values) {
    for (String tag : new String[] {"en", "de-AT"}) {
      Shop row = Shop.fromCode(code).orElseThrow();
      System.out.println(row.fillIn(values, java.util.Locale.forLanguageTag(tag)).orElse("unknown"));
    }
  }

  private static java.util.Map<String, Object> values(Object... pairs) {
    java.util.Map<String, Object> values = new java.util.HashMap<>();
    for (int index = 0; index < pairs.length; index += 2) {
      values.put((String) pairs[index], pairs[index + 1]);
    }
    return values;
  }
}
