// What the page knows: arrays are unpacked when they are first read.

const data = JSON.parse(document.getElementById('data').textContent);

const heaps = { 4: data.float32, 8: data.float64 };
for (const width of [4, 8]) {
  const bytes = Uint8Array.from(atob(heaps[width]), (character) => character.charCodeAt(0));
  heaps[width] = new DataView(bytes.buffer);
}

const starts = [];
const ends = { 4: 0, 8: 0 };
for (const kind of data.arrays) {
  const [width, shape] = data.kinds[kind];
  starts.push(ends[width]);
  ends[width] += width * count(shape);
}

function count(shape) {
  return shape.reduce((product, length) => product * length, 1);
}

const unpacked = new Map();

/** The array at a place: values, shape, and the shape `of` what was pooled to it; null for none. */
function array(place) {
  if (place === undefined || place < 0) return null;
  if (!unpacked.has(place)) {
    const [width, shape, of] = data.kinds[data.arrays[place]];
    const heap = heaps[width];
    const read = width === 4 ? 'getFloat32' : 'getFloat64';
    const values = Array.from({ length: count(shape) }, (_, i) => heap[read](starts[place] + i * width, true));
    unpacked.set(place, { values, shape, of, columns: shape.length ? shape[shape.length - 1] : 1 });
  }
  return unpacked.get(place);
}

for (const side of data.sides) {
  side.order = new Map(side.quantities.map((name, i) => [name, i]));
}

/** The two sides of the comparison that is looked at. */
function sides(comparison = data.comparisons[place.comparison]) {
  return comparison.sides.map((side) => data.sides[side]);
}

/** What a side has of a root or quantity at a kept step; `back` 1 for what the step before handed on to it, a parameter say. */
function read(side, k, name, back = 0) {
  const step = side.steps[k];
  if (!step) return null;
  if (name === 'learning_rate') return array(side.learning_rate);
  if (name === 'inputs' || name === 'labels') return array(step[name]);
  return array(back === 0 ? step.values[side.order.get(name)] : step.before[side.carried.indexOf(name)]);
}

/** What became of a quantity at a kept step: its form, verdict, wording, and of each element the distance and the budget. */
function worked(side, k, name) {
  const at = side.order.get(name);
  const step = side.steps[k];
  if (at === undefined || !step) return null;
  const way = data.ways[step.way];
  const numbers = array(step.worked[at]);
  const size = numbers ? numbers.values.length / 2 : 0;
  const values = array(step.values[at]);
  const fits = values !== null && values.values.length === size;
  const forms = data.formulas[side.formulas[at]];
  return {
    verdict: way.verdicts[at],
    forms,
    held: way.forms[at],
    form: forms[way.forms[at]],
    wording: data.wordings[way.wordings[at]],
    finding: data.findings[step.findings[name]],
    example: step.examples[name],
    isDerived: name in side.not_computed,
    size,
    distance: (i) => (fits ? numbers.values[i] : NaN),
    exact: (i) => (fits ? values.values[i] - numbers.values[i] : numbers.values[i]),
    budget: (i) => numbers.values[size + i],
  };
}

/** The indices of the element at a position of a shape. */
function indexOf(shape, position) {
  if (shape.length === 0) return [];
  if (shape.length === 1) return [position];
  return [Math.floor(position / shape[1]), position % shape[1]];
}

/** The position of the element with these indices. */
function positionOf(shape, index) {
  return index.reduce((position, i, axis) => position * (axis > 0 ? shape[axis] : 1) + i, 0);
}

/** An element as people read it: dL_dz_out[0, 0], or the name alone for a scalar. */
function elementName(name, index) {
  return index.length === 0 ? name : `${name}[${index.join(', ')}]`;
}

/** The stage of a step at which a quantity comes about. */
function stageOf(side, name) {
  return side.stages[side.order.get(name)] ?? 'forward';
}

/** A side's name: of a study the right training and the mistaken one. */
function sideName(side) {
  if (!data.comparisons[place.comparison].mistake) return side.name;
  return side === sides()[1] ? 'Mistaken' : 'Right';
}
