// Counts the errors that the schema accepts: as they are, and without a value each.
const Ajv = require(process.argv[2]).default;
const schema = JSON.parse(require("fs").readFileSync("schema.json", "utf8"));
const validate = new Ajv({ strict: false }).addSchema(schema, "codes").getSchema("codes#/$defs/Error");
const errors = require("fs").readFileSync("errors.txt", "utf8").trim().split("\n").map((line) => JSON.parse(line));

const count = (items) => console.log(`${items.filter((item) => validate(item)).length} of ${items.length}`);
count(errors);
count(
  errors
    .filter((error) => error.values && error.code !== 2002)
    .map((error) => ({ ...error, values: Object.fromEntries(Object.entries(error.values).slice(1)) }))
    .concat([{ code: 9999, message: "" }, { code: 0, message: "" }, { code: 1003 }]),
);
