import { Failure, Shop, messageOf } from "./codes";
declare const console: { log(text: string): void };
declare function require(name: string): { readFileSync(name: string, encoding: string): string };

for (const line of require("fs").readFileSync("errors.txt", "utf8").trim().split("\n")) {
  const error: Failure = JSON.parse(line);
  console.log(messageOf(error, "en"));
  console.log(messageOf(error, "de-AT"));
}
console.log(messageOf({ code: 9999, message: "unknown", values: { max: 1 } }, "en"));

// The code decides which values there are, and of which types.
export function limit(error: Failure): number | undefined {
  return error.code === Shop.TooManyCopies ? error.values.max : undefined;
}
