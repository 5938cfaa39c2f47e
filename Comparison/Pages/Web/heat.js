// Large networks: each array of the stage as a picture of cells instead of lines.

/** Draws the arrays of the stage into an element. */
function drawHeat(element) {
  const side = lookedAt();
  const names = side.quantities.filter((name) => stageOf(side, name) === place.stage);
  const carried =
    place.stage === 'forward'
      ? side.carried.filter((name) => side.layers.some((layer) => layer.weights === name || layer.bias === name))
      : [];
  const figures = [...carried.map((name) => figureOf(side, name, 1)), ...names.map((name) => figureOf(side, name, 0))];
  show(
    element,
    html('div', { class: 'heats' }, figures),
    html(
      'p',
      { class: 'hint' },
      place.view === 'difference'
        ? 'Rows are samples, or inputs of weights. The stronger, the more units in the last place apart.'
        : 'Rows are samples, or inputs of weights. Blue is positive, orange negative; the stronger, the nearer to the largest of the array.',
    ),
  );
  for (const figure of element.querySelectorAll('canvas')) paint(figure);
}

function cellsOf(side, name, back) {
  if (place.view !== 'difference') return read(side, place.step, name, back);
  const comparison = data.comparisons[place.comparison];
  const pooled = back === 0 ? array(comparison.pooled_ulps[name]?.[place.step]) : null;
  if (pooled) return pooled;
  const [one, other] = sides().map((each) => read(each, place.step, name, back));
  if (!one || !other || one.of || other.of || one.values.length !== other.values.length) return null;
  return { ...one, values: one.values.map((value, i) => ulps(value, other.values[i], side.dtype) ?? NaN) };
}

function figureOf(side, name, back) {
  const cells = cellsOf(side, name, back);
  const isChosen = place.quantity === name && place.before === (back === 1);
  const finite = cells?.values.filter(Number.isFinite) ?? [];
  const unit = place.view === 'difference' ? ' ULP' : '';
  const range = finite.length === 0 ? 'no number' : `${size(Math.min(...finite))} to ${size(Math.max(...finite))}${unit}`;
  const shape = cells?.of ?? cells?.shape ?? [];
  const blocks = cells?.of
    ? `; ${cells.shape.join(' × ')} cells, each ${place.view === 'difference' ? 'the largest' : 'the mean'} of a block`
    : '';
  const label = `${name}${back ? ' before the update' : ''}, ${shape.join(' × ') || 'one number'}: ${range}${blocks}`;
  const key = keyOf(name, -1, back);
  const rows = cells ? (cells.shape.length === 2 ? cells.shape[0] : 1) : 1;
  const columns = cells ? cells.columns : 1;
  return html(
    'figure',
    { class: isChosen ? 'heat chosen' : 'heat' },
    html(
      'button',
      {
        type: 'button',
        'data-key': key,
        'aria-pressed': String(isChosen),
        onclick: () => go({ quantity: name, position: 0, before: back === 1 }),
      },
      html('code', {}, name),
      back ? ' before' : '',
    ),
    cells
      ? html('canvas', {
          role: 'img',
          'aria-label': label,
          width: columns,
          height: rows,
          'data-name': name,
          'data-back': back,
          class: rows === 1 ? 'strip' : '',
        })
      : html('p', {}, 'not recorded'),
    html('figcaption', {}, `${shape.join(' × ') || '1'} · ${range}${blocks}`),
  );
}

function paint(canvas) {
  const cells = cellsOf(lookedAt(), canvas.dataset.name, Number(canvas.dataset.back));
  const colours = getComputedStyle(document.documentElement);
  const [plus, minus, nil, odd] = ['--plus', '--minus', '--surface', '--odd'].map((name) =>
    rgb(colours.getPropertyValue(name).trim()),
  );
  const largest = largestOf(cells.values);
  const context = canvas.getContext('2d');
  const picture = context.createImageData(canvas.width, canvas.height);
  cells.values.forEach((value, i) => {
    const share = Number.isFinite(value) ? Math.sqrt(Math.abs(value) / largest) : 1;
    const towards = Number.isFinite(value) ? (value >= 0 ? plus : minus) : odd;
    for (let c = 0; c < 3; c++) picture.data[4 * i + c] = nil[c] + (towards[c] - nil[c]) * share;
    picture.data[4 * i + 3] = 255;
  });
  context.putImageData(picture, 0, 0);
}

// Colours are written as six digits in the style.
function rgb(colour) {
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}
