// The network drawn: neurons as boxes, weights as lines, each number one that can be pointed at and chosen.

const leastWidth = 480; // below it the picture is scrolled
const largestDrawn = 12; // units of a layer, beyond which lines are no longer told apart

/** Whether a side's network is drawn with lines. */
function isDrawn(side) {
  return Math.max(side.inputs, ...side.layers.map((layer) => layer.units)) <= largestDrawn && side.layers.length <= 4;
}

// Which numbers a stage shows: in a neuron's rows, on its bias and on the lines that lead to it.
function shown(side, stage) {
  const gradient = (name) => `dL_d${name}`;
  return side.layers.map((layer, i) => {
    const isOutput = i === side.layers.length - 1;
    if (stage === 'backward') {
      const rows = [['∂a', layer.output_gradient], ['a′', 'doutput_dz_out'], ['∂z', layer.sum_gradient]].filter(([, name]) => name !== 'doutput_dz_out' || (isOutput && side.order.has(name)));
      return { rows, weights: ['∂w', gradient(layer.weights)], bias: ['∂b', gradient(layer.bias)], before: false };
    }
    const rows = [['z', layer.sum], ['a', layer.output]];
    return { rows: stage === 'update' ? [] : rows, weights: ['w', layer.weights], bias: ['b', layer.bias], before: stage !== 'update' };
  });
}

/** Every number of the picture with the place where it stands. */
function layOut(side, stage, width) {
  const items = [];
  const isNarrow = width < 640;
  const box = { width: isNarrow ? 92 : 128, row: isNarrow ? 24 : 28, gap: isNarrow ? 14 : 26 };
  const heights = [side.inputs, ...side.layers.map((layer) => layer.units)];
  const rowsMost = stage === 'backward' && side.order.has('doutput_dz_out') ? 3 : 2;
  const pitch = box.row * rowsMost + 22 + box.gap;
  const top = isNarrow ? 48 : 84;
  const height = top + Math.max(...heights) * pitch + 8;
  const columns = side.layers.length + 2;
  const margin = box.width / 2 + 4;
  const x = (column) => margin + (column * (width - 2 * margin)) / (columns - 1);
  const y = (column, i) => top + ((height - top) * (i + 0.5)) / heights[column];
  const add = (item) => items.push({ back: 0, ...item });
  const names = shown(side, stage);

  side.layers.forEach((layer, l) => {
    for (let from = 0; from < heights[l]; from++) {
      for (let to = 0; to < layer.units; to++) {
        const ends = { x1: x(l) + box.width / 2 - (l === 0 ? 28 : 0), y1: y(l, from), x2: x(l + 1) - box.width / 2, y2: y(l + 1, to) };
        add({ kind: 'line', symbol: names[l].weights[0], name: names[l].weights[1], row: from, column: to, back: names[l].before ? 1 : 0, ...ends, at: 0.5, labelled: !isNarrow && heights[l] * layer.units <= 40 });
      }
    }
  });
  for (let i = 0; i < side.inputs; i++) add({ kind: 'row', symbol: 'x', name: 'inputs', row: 'sample', column: i, x: x(0) - 14, y: y(0, i), width: box.width - 28, first: true, last: true });
  side.layers.forEach((layer, l) => {
    for (let i = 0; i < layer.units; i++) {
      const rows = names[l].rows;
      const start = y(l + 1, i) - (rows.length * box.row) / 2 - 2;
      rows.forEach(([symbol, name], r) => add({ kind: 'row', symbol, name, row: 'sample', column: i, x: x(l + 1), y: start + (r + 0.5) * box.row, width: box.width, first: r === 0, last: r === rows.length - 1 }));
      const below = rows.length === 0 ? y(l + 1, i) : start + rows.length * box.row + 12;
      add({ kind: 'bias', symbol: names[l].bias[0], name: names[l].bias[1], row: 0, column: i, back: names[l].before ? 1 : 0, x: x(l + 1), y: below, width: box.width - (rows.length === 0 || isNarrow ? 0 : 16) });
    }
  });
  const middle = y(columns - 2, (heights[columns - 2] - 1) / 2);
  add({ kind: 'row', symbol: 'y', name: 'labels', row: 'sample', column: 0, x: x(columns - 1), y: middle - box.row / 2 - 2, width: box.width, first: true });
  add({ kind: 'row', symbol: 'L', name: 'loss', row: 0, column: 0, x: x(columns - 1), y: middle + box.row / 2 - 2, width: box.width, last: true });
  spreadLabels(items.filter((item) => item.labelled));
  const toLoss = { x1: x(columns - 2) + box.width / 2, x2: x(columns - 1) - box.width / 2, y1: middle, y2: middle };
  return { items, height, toLoss, rowHeight: box.row, titles: titlesOf(side, stage, names, x, isNarrow) };
}

// Each line's number stands where it is furthest from the numbers placed before it.
function spreadLabels(lines) {
  const placed = [];
  for (const line of lines) {
    let best = -Infinity;
    let where = null;
    // Half a number's width from both ends, it touches no box.
    const spare = 34 / Math.max(80, Math.abs(line.x2 - line.x1));
    for (let at = spare; at <= 1 - spare; at += 0.02) {
      const [x, y] = [between(line.x1, line.x2, at), between(line.y1, line.y2, at)];
      const room = placed.reduce((least, [px, py]) => Math.min(least, Math.max(Math.abs(px - x) / 46, Math.abs(py - y) / 17)), 1.6) - Math.abs(at - 0.3) / 10;
      if (room > best) {
        best = room;
        line.at = at;
        where = [x, y];
      }
    }
    placed.push(where);
  }
}

function titlesOf(side, stage, names, x, isNarrow) {
  const titles = [{ x: x(0), lines: ['x inputs'] }];
  side.layers.forEach((layer, l) => {
    if (!isNarrow) titles.push({ x: (x(l) + x(l + 1)) / 2, y: 12, lines: [names[l].weights.join(' ')] });
    const rows = names[l].rows.map((row) => row.join(' '));
    titles.push({ x: x(l + 1), lines: isNarrow ? [l === side.layers.length - 1 ? 'output' : 'hidden', layer.activation] : [...rows, names[l].bias.join(' ')] });
  });
  return [...titles, { x: x(side.layers.length + 1), lines: isNarrow ? ['loss'] : ['y labels', 'L loss'] }];
}

/** What an item stands for at the place: its array's position, both sides' values and what is to be written. */
function valueOf(item) {
  const both = sides();
  const side = lookedAt();
  const arrays = both.map((one) => read(one, place.step, item.name, item.back));
  const found = arrays[both.indexOf(side)];
  const row = item.row === 'sample' ? place.sample : item.row;
  const of = found ?? arrays.find(Boolean);
  const position = of ? Math.min(row * of.columns + item.column, Math.max(0, of.values.length - 1)) : 0;
  const values = arrays.map((one) => one?.values[position]);
  const isDerived = item.name in side.not_computed && found !== null;
  if (place.view === 'difference') {
    const missing = values.some((value) => value === undefined) || both.some((one) => item.name in one.not_computed);
    const distance = missing ? null : ulps(values[0], values[1], side.dtype);
    return { position, text: missing ? '–' : distanceText(distance), value: distance ?? NaN, sign: distance === 0 ? 'nil' : distance === null ? 'odd' : 'apart', isDerived: false };
  }
  const value = values[both.indexOf(side)];
  return { position, text: value === undefined ? '–' : digits(value, side.dtype), value: value ?? NaN, sign: value === undefined ? 'odd' : signOf(value), isDerived };
}

/** Draws the picture into an element. */
function drawPicture(element) {
  const side = lookedAt();
  const width = Math.max(leastWidth, Math.round(element.clientWidth));
  const { items, height, toLoss, rowHeight, titles } = layOut(side, place.stage, width);
  const values = items.map(valueOf);
  const largestIn = (name) => largestOf(values.filter((_, i) => items[i].name === name).map((one) => one.value));
  const related = relationsOf(side);
  const wrong = wrongAt();
  const drawn = items.map((item, i) => {
    const key = keyOf(item.name, values[i].position, item.back);
    return drawItem(item, values[i], { key, relation: related.get(key), isWrong: wrong(item.name, values[i].position, item.back), rowHeight });
  });
  const strokes = items.map((item, i) => (item.kind === 'line' ? strokeOf(item, values[i], largestIn(item.name)) : null)).filter(Boolean);
  const marks = items.filter((item, i) => wrong(item.name, values[i].position, item.back)).map(wrongMark);
  const chosen = drawn.find((one) => one.getAttribute('aria-pressed') === 'true') ?? drawn[0];
  chosen?.setAttribute('tabindex', '0');
  const heads = titles.map((title) => svg('text', { class: 'title', x: title.x, y: title.y ?? (width < 640 ? 14 : 34) }, title.lines.map((line, i) => svg('tspan', { x: title.x, dy: i === 0 ? 0 : 16 }, line))));
  show(element, svg('svg', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'group', 'aria-label': `The network, ${place.stage}: arrow keys go from number to number`, class: `stage-${place.stage}` }, svg('g', { 'aria-hidden': 'true' }, heads, svg('line', { class: 'to-loss', ...toLoss }), strokes), drawn, marks));
}

function keyOf(name, position, back) {
  return `${name} ${position} ${back}`;
}

// How the numbers of the picture stand to the chosen one.
function relationsOf(side) {
  const relations = new Map();
  const back = place.before ? 1 : 0;
  if (place.quiz === null) {
    const causes = back ? [] : causesOf(side, place.step, place.quantity, place.position);
    for (const cause of causes) relations.set(keyOf(cause.name, cause.position, cause.back), 'cause');
    for (const effect of effectsOf(side, place.step, place.quantity, place.position, back)) relations.set(keyOf(effect.name, effect.position, 0), 'effect');
  }
  relations.set(keyOf(place.quantity, place.position, back), 'chosen');
  return relations;
}

function drawItem(item, found, { key, relation, isWrong, rowHeight }) {
  const index = indexOf(shapeOf(item.name), found.position);
  const said = `${item.symbol} ${found.text}, ${elementName(item.name, index)}${item.back ? ' before the update' : ''}${found.isDerived ? ', derived: this side does not compute it' : ''}${isWrong ? ', the first wrong number' : ''}${relation === 'cause' ? ', a cause of the chosen number' : relation === 'effect' ? ', computed from the chosen number' : ''}`;
  const inside = item.kind === 'line' ? lineOf(item, found) : boxOf(item, found, item.kind === 'bias' ? 21 : rowHeight);
  const choose = () => go({ quantity: item.name, position: found.position, before: item.back === 1 });
  const preview = () => previewNumber({ quantity: item.name, position: found.position, before: item.back === 1 });
  return svg('g', {
    class: ['item', item.kind, found.sign, relation ?? '', isWrong ? 'wrong' : '', found.isDerived ? 'derived' : ''].join(' ').trim(),
    'data-key': key, tabindex: '-1', role: 'button', 'aria-label': said, 'aria-pressed': String(relation === 'chosen'),
    onclick: choose, onpointerenter: preview, onpointerleave: () => previewNumber(null), onfocus: preview, onblur: () => previewNumber(null),
  }, inside);
}

// What points out the first wrong number stands beside it; the number's label says it, too.
function wrongMark(item) {
  const [x, y] = item.kind === 'line' ? [between(item.x1, item.x2, item.at) + 30, between(item.y1, item.y2, item.at)] : [item.x + item.width / 2 + 6, item.y];
  return svg('text', { class: 'wrong-mark', x, y: y + 4, 'aria-hidden': 'true' }, '✗ first wrong');
}

function between(from, to, at) {
  return from + (to - from) * at;
}

function endsOf(item) {
  return { x1: item.x1, y1: item.y1, x2: item.x2, y2: item.y2 };
}

// What is seen of a line lies under all numbers.
function strokeOf(item, found, largest) {
  const share = Number.isFinite(found.value) ? Math.abs(found.value) / largest : 0;
  return svg('line', { ...endsOf(item), class: `stroke ${found.sign}`, 'stroke-width': (0.8 + 4.2 * share).toFixed(2) });
}

function lineOf(item, found) {
  return [
    svg('line', { ...endsOf(item), class: 'reach' }),
    item.labelled ? svg('text', { class: 'number', x: between(item.x1, item.x2, item.at), y: between(item.y1, item.y2, item.at) + 4 }, found.text) : null,
  ].filter(Boolean);
}

function boxOf(item, found, height) {
  return [
    svg('rect', { x: item.x - item.width / 2, y: item.y - height / 2, width: item.width, height, rx: item.kind === 'bias' ? 10 : 4 }),
    svg('text', { class: 'symbol', x: item.x - item.width / 2 + 6, y: item.y + 4 }, item.symbol),
    ' ',
    svg('text', { class: 'number', x: item.x + item.width / 2 - 6, y: item.y + 4 }, found.text),
  ];
}
