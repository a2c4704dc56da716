// Asks the exported module what standard input asks, a question a line, and answers a line each.
import { readFileSync } from "node:fs";
import * as codes from "./codes";

type Code = Parameters<typeof codes.isKnown>[0];
const read: (text: string) => Code = READ;

for (const line of readFileSync(0, "utf8").split("\n").slice(0, -1)) {
  const [what, text = ""] = line.split("\t");
  if (what === "symbol") {
    const found = codes.withSymbol(text).map((entry) => String(entry.code));
    console.log([...new Set(found)].join(","));
    continue;
  }
  const code = read(text);
  const meanings = codes
    .meanings(code)
    .map((entry) => [entry.name, entry.symbol ?? "", entry.message, entry.help ?? ""].join("\x1f"));
  console.log([codes.isKnown(code), codes.isSuccess(code), ...meanings].join("\t"));
}
