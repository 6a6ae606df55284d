/* Which cells may run without being asked for: only single calls of the kit.
 *
 * A notebook from elsewhere can carry our tags, so the tags alone are not enough. A line is accepted
 * when it is blank, a comment, `import borderlab as kit`, or `[name =] kit.function(arguments)` whose
 * arguments are plain literals and names: no attribute access, no nested call, no operator. */

const IMPORT = /^import borderlab as kit$/;
const CALL = /^(?:[A-Za-z_]\w*\s*=\s*)?kit\.[a-z][a-z0-9_]*\s*\(([\s\S]*)\)$/;
// A string literal without prefix, so without interpolation, and on one line.
const STRING = /(?<![\w"'])(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*')(?![\w"'])/g;
const NUMBER = /(?<![\w.])\d[\d_]*(?:\.\d+)?(?:e[+-]?\d+)?(?![\w.])/g;
const PLAIN = /^[\w\s,=:{}[\]+-]*$/;
// Two values side by side are an operator, a subscript or a keyword, which can run code of their own.
const OPERATION = /[\w\]}]\s+\w|[\w\]}]\s*[[{+-]|:=|==/;

const plainArguments = (text) => {
  const bare = text.replace(STRING, " 0 ").replace(NUMBER, "0");
  return PLAIN.test(bare) && !OPERATION.test(bare) && !/\blambda\b/.test(bare);
};

const withoutComments = (source) =>
  source
    .split("\n")
    .filter((line) => !/^\s*#/.test(line))
    .join("\n")
    .trim();

/** Cut a source into statements: a statement ends at a line end outside of every bracket. */
const statements = (source) => {
  const found = [];
  let current = "";
  for (const line of source.split("\n")) {
    current = current ? `${current}\n${line}` : line;
    const bare = current.replace(STRING, "");
    const open = (bare.match(/[([{]/g) ?? []).length;
    const closed = (bare.match(/[)\]}]/g) ?? []).length;
    if (open <= closed) {
      if (current.trim()) found.push(current.trim());
      current = "";
    }
  }
  if (current.trim()) found.push(current.trim());
  return found;
};

const accepted = (statement) => {
  if (IMPORT.test(statement)) return true;
  const call = CALL.exec(statement);
  return call !== null && plainArguments(call[1]);
};

/** Whether every statement of the source is an import of the kit or one plain call of it. */
export const isKitCall = (source) => {
  const parts = statements(withoutComments(source));
  return parts.length > 0 && parts.every(accepted);
};
