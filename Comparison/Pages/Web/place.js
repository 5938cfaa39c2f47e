// Where the reader is: kept in the address, so that it can be shared and gone back to.

const stages = ['forward', 'loss', 'backward', 'update'];

const place = {
  comparison: 0, // which two trainings
  step: 0, // the place of the step among those that are kept
  stage: 'forward',
  view: 'first', // first, second or difference
  sample: 0, // the row of the batch that is drawn
  quantity: null,
  before: false, // whether a parameter is meant as it stood before the step's update
  position: 0, // of the chosen element, rows first
  quiz: null, // the comparison whose mistake is to be found
};

const watchers = [];

/** Calls a function now and whenever the place changes. */
function follow(render) {
  watchers.push(render);
}

/** Goes to a place: what is not named stays. */
function go(change) {
  Object.assign(place, change);
  settle();
  history.replaceState(null, '', address());
  for (const render of watchers) render();
}

/** The address of the place. */
function address() {
  const parts = [];
  const comparison = data.comparisons[place.comparison];
  if (place.quiz !== null) parts.push(['quiz', place.quiz]);
  else if (comparison.mistake) parts.push(['mistake', comparison.mistake]);
  parts.push(['step', sides()[0].steps[place.step]?.step ?? 0], ['stage', place.stage], ['side', place.view]);
  if (place.sample > 0) parts.push(['sample', place.sample]);
  if (place.before) parts.push(['before', 'yes']);
  if (place.quantity)
    parts.push(['number', elementName(place.quantity, indexOf(shapeOf(place.quantity), place.position)).replaceAll(' ', '')]);
  return `#${parts.map((part) => part.join('=')).join('&')}`;
}

/** Goes to where the address says; what it says wrongly is passed over. */
function goToAddress() {
  const said = new URLSearchParams(location.hash.slice(1));
  const quiz = Number(said.get('quiz') ?? NaN);
  const mistake = data.comparisons.findIndex((comparison) => comparison.mistake && comparison.mistake === said.get('mistake'));
  place.quiz = data.comparisons[quiz]?.mistake ? quiz : null;
  place.comparison = place.quiz ?? Math.max(0, mistake);
  const step = sides()[0].steps.findIndex((kept) => kept.step === Number(said.get('step')));
  place.step = Math.max(0, step);
  place.stage = stages.includes(said.get('stage')) ? said.get('stage') : 'forward';
  place.view = ['first', 'second', 'difference'].includes(said.get('side'))
    ? said.get('side')
    : place.comparison > 0
      ? 'second'
      : 'first';
  place.sample = Number(said.get('sample') ?? 0) || 0;
  const [, name, index] = /^([^[]*)(?:\[([\d,]+)\])?$/.exec(said.get('number') ?? '') ?? [];
  place.quantity = name || null;
  place.before = said.get('before') === 'yes';
  if (place.comparison > 0 && place.quiz === null && !said.has('step')) {
    lookAt(place.comparison);
    return;
  }
  place.position = index && name ? positionOf(shapeOf(name) ?? [], index.split(',').map(Number)) : 0;
  go({});
}

/** The shape of a quantity at the place, of the side that is looked at, or else of the other. */
function shapeOf(name) {
  for (const side of [lookedAt(), ...sides()]) {
    const found = read(side, place.step, name);
    if (found) return found.of ?? found.shape;
  }
  return [];
}

/** The side that is looked at; the first one where the difference is. */
function lookedAt() {
  return sides()[place.view === 'second' ? 1 : 0];
}

// What cannot be is changed to the nearest that can: a step, a sample or an element that is not there.
function settle() {
  const both = sides();
  const kept = Math.min(...both.map((side) => side.steps.length));
  place.step = Math.max(0, Math.min(place.step, kept - 1));
  if (place.quiz !== null || (place.view === 'difference' && data.comparisons[place.comparison].comparable))
    place.view = 'second';
  const rows = both[0].steps[place.step]?.rows.length ?? 1;
  if (!(place.sample >= 0 && place.sample < rows)) place.sample = 0;
  const known =
    place.quantity &&
    (['inputs', 'labels', 'learning_rate'].includes(place.quantity) || both.some((side) => side.order.has(place.quantity)));
  if (!known) Object.assign(place, chosenAtFirst());
  if (!both.some((side) => side.carried.includes(place.quantity))) place.before = false;
  if (!(place.position >= 0 && place.position < Math.max(1, count(shapeOf(place.quantity))))) place.position = 0;
}

// A reader who has chosen nothing is shown the number that the page is about.
function chosenAtFirst() {
  const first = data.comparisons[place.comparison].first;
  const both = sides();
  if (place.quiz === null && first && both[0].order.has(first.quantity)) {
    const shape = shapeOf(first.quantity);
    return {
      quantity: first.quantity,
      position: first.index.length === shape.length ? positionOf(shape, first.index) : 0,
      before: false,
    };
  }
  return {
    quantity: both[0].quantities.find((name) => stageOf(both[0], name) === place.stage) ?? both[0].quantities[0],
    position: 0,
    before: false,
  };
}
