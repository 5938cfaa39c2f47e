// The network drawn: neurons as boxes, weights as lines, each number one that can be pointed at and chosen.

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
    return {
      position,
      text: missing ? '–' : distanceText(distance),
      value: distance ?? NaN,
      sign: distance === 0 ? 'nil' : distance === null ? 'odd' : 'apart',
      isDerived: false,
    };
  }
  const value = values[both.indexOf(side)];
  return {
    position,
    text: value === undefined ? '–' : digits(value, side.dtype),
    value: value ?? NaN,
    sign: value === undefined ? 'odd' : signOf(value),
    isDerived,
  };
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
    return drawItem(item, values[i], {
      key,
      relation: related.get(key),
      isWrong: wrong(item.name, values[i].position, item.back),
      isReached: isReached(item.name, values[i].position, item.back),
      rowHeight,
    });
  });
  const strokes = items
    .map((item, i) => (item.kind === 'line' ? strokeOf(item, values[i], largestIn(item.name)) : null))
    .filter(Boolean);
  const marks = items.filter((item, i) => wrong(item.name, values[i].position, item.back)).map(wrongMark);
  const chosen = drawn.find((one) => one.getAttribute('aria-pressed') === 'true') ?? drawn[0];
  chosen?.setAttribute('tabindex', '0');
  const heads = titles.map((title) =>
    svg(
      'text',
      { class: 'title', x: title.x, y: title.y ?? (width < 640 ? 14 : 34) },
      title.lines.map((line, i) => svg('tspan', { x: title.x, dy: i === 0 ? 0 : 16 }, line)),
    ),
  );
  show(
    element,
    svg(
      'svg',
      {
        viewBox: `0 0 ${width} ${height}`,
        width,
        height,
        role: 'group',
        'aria-label': `The network, ${place.stage}: arrow keys go from number to number`,
        class: `stage-${place.stage}`,
      },
      svg('g', { 'aria-hidden': 'true' }, heads, svg('line', { class: 'to-loss', ...toLoss }), strokes),
      drawn,
      marks,
    ),
  );
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
    for (const effect of effectsOf(side, place.step, place.quantity, place.position, back))
      relations.set(keyOf(effect.name, effect.position, 0), 'effect');
  }
  relations.set(keyOf(place.quantity, place.position, back), 'chosen');
  return relations;
}

function drawItem(item, found, { key, relation, isWrong, isReached, rowHeight }) {
  const index = indexOf(shapeOf(item.name), found.position);
  const said = [
    `${item.symbol} ${found.text}`,
    `${elementName(item.name, index)}${item.back ? ' before the update' : ''}`,
    found.isDerived ? 'derived: this side does not compute it' : null,
    isWrong ? 'the first wrong number' : isReached ? 'not what the right training has' : null,
    { cause: 'a cause of the chosen number', effect: 'computed from the chosen number' }[relation],
  ].filter(Boolean);
  const inside = item.kind === 'line' ? lineOf(item, found) : boxOf(item, found, item.kind === 'bias' ? 21 : rowHeight);
  const choose = () => go({ quantity: item.name, position: found.position, before: item.back === 1 });
  const preview = () => previewNumber({ quantity: item.name, position: found.position, before: item.back === 1 });
  return svg(
    'g',
    {
      class: [
        ...['item', item.kind, found.sign, relation],
        isWrong ? 'wrong' : isReached ? 'reached' : null,
        found.isDerived ? 'derived' : null,
      ]
        .filter(Boolean)
        .join(' '),
      'data-key': key,
      tabindex: '-1',
      role: 'button',
      'aria-label': said.join(', '),
      'aria-pressed': String(relation === 'chosen'),
      onclick: choose,
      onpointerenter: preview,
      onpointerleave: () => previewNumber(null),
      onfocus: preview,
      onblur: () => previewNumber(null),
    },
    inside,
  );
}

// What points out the first wrong number stands beside it; the number's label says it, too.
function wrongMark(item) {
  const [x, y] =
    item.kind === 'line'
      ? [between(item.x1, item.x2, item.at) + 30, between(item.y1, item.y2, item.at)]
      : [item.x + item.width / 2 + 6, item.y];
  return svg('text', { class: 'wrong-mark', x, y: y + 4, 'aria-hidden': 'true' }, '✗ first wrong');
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
    item.labelled
      ? svg(
          'text',
          { class: 'number', x: between(item.x1, item.x2, item.at), y: between(item.y1, item.y2, item.at) + 4 },
          found.text,
        )
      : null,
  ].filter(Boolean);
}

function boxOf(item, found, height) {
  return [
    svg('rect', {
      x: item.x - item.width / 2,
      y: item.y - height / 2,
      width: item.width,
      height,
      rx: item.kind === 'bias' ? 10 : 4,
    }),
    svg('text', { class: 'symbol', x: item.x - item.width / 2 + 6, y: item.y + 4 }, item.symbol),
    ' ',
    svg('text', { class: 'number', x: item.x + item.width / 2 - 6, y: item.y + 4 }, found.text),
  ];
}
