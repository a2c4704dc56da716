// Prints the constants that the compiler takes for deprecated.
const [typescript, file] = process.argv.slice(2);
const ts = require(typescript);
const text = require("node:fs").readFileSync(file, "utf8");
const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);

function visit(node) {
  if (ts.isPropertyAssignment(node) && ts.getJSDocDeprecatedTag(node)) {
    console.log(node.name.getText());
  }
  ts.forEachChild(node, visit);
}

visit(source);
