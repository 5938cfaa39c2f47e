// A formula with the numbers put in: the ledger says how it is written and where each number is read; nothing is computed here.

const inParentheses = /‹([^‹›]*)›/;

/** How one element is written. */
function wordingOf(found, position) {
  return Array.isArray(found?.wording) ? data.wordings[found.wording[position]] : found?.wording;
}

/** Where the numbers of one element are read: name, steps back, position. */
function placesOf(found, position, columns) {
  const wording = wordingOf(found, position);
  if (!wording) return [];
  const row = Math.floor(position / columns);
  const column = position % columns;
  return wording.places.map(([name, back, at, by_row, by_column]) => ({
    name,
    back,
    position: at + row * by_row + column * by_column,
  }));
}

/** The expression with this side's numbers; null where one of them is not on the page. */
function substituted(side, k, name, position) {
  const found = worked(side, k, name);
  const columns = shapeOf(name).at(-1) ?? 1;
  const wording = wordingOf(found, position);
  if (!wording) return null;
  const numbers = placesOf(found, position, columns).map((number) => {
    const operand = read(side, k, number.name, number.back);
    return operand && !operand.of ? digits(operand.values[number.position], side.dtype) : null;
  });
  if (numbers.includes(null)) return null;
  let text = wording.text.replace(/⟦(\d+)⟧/g, (_, i) => numbers[i]);
  while (inParentheses.test(text)) text = text.replace(inParentheses, (_, part) => (part.startsWith('-') ? `(${part})` : part));
  return text;
}
