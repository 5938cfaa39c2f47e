// Where each number of the network stands in the picture.

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
      const rows = [
        ['∂a', layer.output_gradient],
        ['a′', 'doutput_dz_out'],
        ['∂z', layer.sum_gradient],
      ].filter(([, name]) => name !== 'doutput_dz_out' || (isOutput && side.order.has(name)));
      return { rows, weights: ['∂w', gradient(layer.weights)], bias: ['∂b', gradient(layer.bias)], before: false };
    }
    const rows = [
      ['z', layer.sum],
      ['a', layer.output],
    ];
    return {
      rows: stage === 'update' ? [] : rows,
      weights: ['w', layer.weights],
      bias: ['b', layer.bias],
      before: stage !== 'update',
    };
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
  const isRoomy = x(1) - x(0) - box.width >= 52; // whether a number fits between two layers
  const y = (column, i) => top + ((height - top) * (i + 0.5)) / heights[column];
  const add = (item) => items.push({ back: 0, ...item });
  const names = shown(side, stage);

  side.layers.forEach((layer, l) => {
    for (let from = 0; from < heights[l]; from++) {
      for (let to = 0; to < layer.units; to++) {
        const ends = {
          x1: x(l) + box.width / 2 - (l === 0 ? 28 : 0),
          y1: y(l, from),
          x2: x(l + 1) - box.width / 2,
          y2: y(l + 1, to),
        };
        add({
          kind: 'line',
          symbol: names[l].weights[0],
          name: names[l].weights[1],
          row: from,
          column: to,
          back: names[l].before ? 1 : 0,
          ...ends,
          at: 0.5,
          labelled: isRoomy && heights[l] * layer.units <= 20,
        });
      }
    }
  });
  for (let i = 0; i < side.inputs; i++)
    add({
      kind: 'row',
      symbol: 'x',
      name: 'inputs',
      row: 'sample',
      column: i,
      x: x(0) - 14,
      y: y(0, i),
      width: box.width - 28,
      first: true,
      last: true,
    });
  side.layers.forEach((layer, l) => {
    for (let i = 0; i < layer.units; i++) {
      const rows = names[l].rows;
      const start = y(l + 1, i) - (rows.length * box.row) / 2 - 2;
      rows.forEach(([symbol, name], r) =>
        add({
          kind: 'row',
          symbol,
          name,
          row: 'sample',
          column: i,
          x: x(l + 1),
          y: start + (r + 0.5) * box.row,
          width: box.width,
          first: r === 0,
          last: r === rows.length - 1,
        }),
      );
      const below = rows.length === 0 ? y(l + 1, i) : start + rows.length * box.row + 12;
      add({
        kind: 'bias',
        symbol: names[l].bias[0],
        name: names[l].bias[1],
        row: 0,
        column: i,
        back: names[l].before ? 1 : 0,
        x: x(l + 1),
        y: below,
        width: box.width - (rows.length === 0 || isNarrow ? 0 : 16),
      });
    }
  });
  const middle = y(columns - 2, (heights[columns - 2] - 1) / 2);
  add({
    kind: 'row',
    symbol: 'y',
    name: 'labels',
    row: 'sample',
    column: 0,
    x: x(columns - 1),
    y: middle - box.row / 2 - 2,
    width: box.width,
    first: true,
  });
  add({
    kind: 'row',
    symbol: 'L',
    name: 'loss',
    row: 0,
    column: 0,
    x: x(columns - 1),
    y: middle + box.row / 2 - 2,
    width: box.width,
    last: true,
  });
  spreadLabels(items.filter((item) => item.labelled));
  const toLoss = { x1: x(columns - 2) + box.width / 2, x2: x(columns - 1) - box.width / 2, y1: middle, y2: middle };
  return { items, height, toLoss, rowHeight: box.row, titles: titlesOf(side, names, x, isNarrow, isRoomy) };
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
      const room =
        placed.reduce((least, [px, py]) => Math.min(least, Math.max(Math.abs(px - x) / 46, Math.abs(py - y) / 17)), 1.6) -
        Math.abs(at - 0.3) / 10;
      if (room > best) {
        best = room;
        line.at = at;
        where = [x, y];
      }
    }
    placed.push(where);
  }
}

function titlesOf(side, names, x, isNarrow, isRoomy) {
  const titles = [{ x: x(0), lines: ['x inputs'] }];
  side.layers.forEach((layer, l) => {
    if (isRoomy) titles.push({ x: (x(l) + x(l + 1)) / 2, y: 12, lines: [names[l].weights.join(' ')] });
    const rows = names[l].rows.map((row) => row.join(' '));
    titles.push({
      x: x(l + 1),
      lines: isNarrow
        ? [l === side.layers.length - 1 ? 'output' : 'hidden', layer.activation]
        : [...rows, names[l].bias.join(' ')],
    });
  });
  return [...titles, { x: x(side.layers.length + 1), lines: isNarrow ? ['loss'] : ['y labels', 'L loss'] }];
}

function between(from, to, at) {
  return from + (to - from) * at;
}
