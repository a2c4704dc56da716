// Says of each code whether the schema accepts it, and whether its definition of any code does.
const { readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const [installed, kind, ...codes] = process.argv.slice(2);
const Ajv = createRequire(installed + "/")("ajv/dist/2020").default;

const schema = JSON.parse(readFileSync("schema.json", "utf8"));
const ajv = new Ajv({ strict: true, allErrors: true });
const known = ajv.compile({ ...schema, $id: "codes" });
const any = ajv.compile({ $ref: "codes#/$defs/Any" });
for (const text of codes) {
  const code = kind === "text" ? text : Number(text);
  console.log(known(code), any(code));
}
