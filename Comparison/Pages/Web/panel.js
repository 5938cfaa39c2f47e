// One number: what it means, how each side came by it, how far it may be off, where it comes from and where it goes.

let previewed = null;

/** Shows a number without choosing it; null goes back to the chosen one. */
function previewNumber(number) {
  const same = number && number.quantity === place.quantity && number.position === place.position && number.before === place.before;
  const next = same ? null : number;
  // What is pressed in the panel must not be replaced before it is released.
  if (next === null && previewed === null) return;
  previewed = next;
  drawPanel();
}

/** Draws the panel: the number pointed at, or else the chosen one. */
function drawPanel() {
  const number = previewed ?? place;
  const element = document.getElementById('number');
  const { quantity: name, before } = number;
  const shape = shapeOf(name);
  const position = Math.min(number.position, Math.max(0, count(shape) - 1));
  const shownSides = place.quiz === null ? sides() : [sides()[1]];
  show(element,
    html('h2', {}, html('code', {}, elementName(name, indexOf(shape, position)))),
    html('p', { class: 'meaning' }, meaningOf(lookedAt(), name, position)),
    previewed ? null : pickerOf(name, shape, position),
    shownSides.map((side) => accountOf(side, name, position, before)),
    place.quiz === null ? differenceOf(name, position, before) : answerOf(name),
    previewed ? html('p', { class: 'hint' }, 'Click, or press Enter, to keep this number here.') : waysOf(name, position, before));
}

// Row and column of the element, to be typed: every number can be reached, drawn or not.
function pickerOf(name, shape, position) {
  if (count(shape) < 2) return null;
  const index = indexOf(shape, position);
  const labels = shape.length === 2 ? ['row', 'column'] : ['element'];
  return html('p', { class: 'picker' }, index.map((at, axis) => shape[axis] === 1 ? null : html('label', {}, `${labels[axis]} `,
    html('input', {
      type: 'number', min: 0, max: shape[axis] - 1, value: at, 'data-key': `picker ${axis}`,
      onchange: (event) => {
        const wanted = Math.max(0, Math.min(shape[axis] - 1, Math.trunc(Number(event.target.value)) || 0));
        go({ position: positionOf(shape, index.map((other, i) => (i === axis ? wanted : other))) });
      },
    }), ` of 0 to ${shape[axis] - 1}`)));
}

// What one side did to get this number.
function accountOf(side, name, position, before) {
  const title = html('h3', {}, sideName(side));
  const found = read(side, place.step, name, before ? 1 : 0);
  const value = found && !found.of ? found.values[position] : undefined;
  const isRoot = !side.order.has(name);
  if (isRoot || before) return html('section', { class: 'account' }, title, html('p', { class: 'sum' }, html('code', {}, value === undefined ? rootText(found) : shortest(value, side.dtype))), html('p', { class: 'note' }, isRoot ? 'The training starts from it: it has no formula, and both sides must have the same, bit for bit.' : beforeText(side, name)));
  const how = worked(side, place.step, name);
  if (!how?.form) return html('section', { class: 'account' }, title, html('p', { class: 'note' }, missingText(side, name, how)));
  const example = how.example && (found?.of || how.size === 0) ? how.example : null;
  if (example) return exampleOf(side, name, how, example, title);
  const text = substituted(side, place.step, name, position);
  const result = digits(how.exact(position), side.dtype);
  const lines = [html('span', {}, `${name} = ${how.form.text}`)];
  if (text !== null) lines.push(html('span', { class: 'numbers' }, `= ${text}`));
  if (place.quiz === null && text !== result) lines.push(html('span', { class: 'result' }, `= ${result}`));
  const how_found = how.isDerived ? [html('p', { class: 'note derived' }, `${sideName(side)} does not compute it: ${side.not_computed[name]}. What the formula gives from its numbers is shown; nothing is judged by it.`)] : budgetOf(side, how, position, value);
  return html('section', { class: 'account' }, title, html('p', { class: 'sum' }, html('code', {}, lines)), how_found);
}

function rootText(found) {
  return found ? 'in blocks on this page' : 'not on this page';
}

function beforeText(side, name) {
  const step = side.steps[place.step].step;
  return step === 1 ? (/^(velocity|m|v)_/.test(name) ? 'Nothing is remembered before the first step.' : 'As the training starts with it.') : `As the update of step ${step - 1} left it.`;
}

function missingText(side, name, how) {
  if (name in side.not_computed) return `Not computed: ${side.not_computed[name]}.`;
  return how?.finding ? `Cannot be shown: ${how.finding}.` : 'It was not recorded, so it cannot be shown.';
}

function exampleOf(side, name, how, example, title) {
  return html('section', { class: 'account' }, title,
    html('p', { class: 'note' }, `This array is shown in blocks. Of its ${how.size || ''} numbers, this one comes nearest to its budget:`),
    html('p', { class: 'sum' }, html('code', {}, html('span', {}, `${name} = ${how.form.text}`), html('span', { class: 'numbers' }, `${elementName(name, example.index)} = ${example.substituted}`), html('span', { class: 'result' }, `= ${digits(Number(example.value), side.dtype)}`))),
    meterOf(Number(example.distance), Number(example.budget), shortest(Number(example.value), side.dtype)));
}

// How far the recorded number is from the formula's, on a scale whose ends are as far as rounding can go.
function budgetOf(side, how, position, value) {
  if (value === undefined) return [html('p', { class: 'note' }, 'It was not recorded in its shape.')];
  const recorded = html('p', { class: 'recorded' }, 'recorded ', html('code', {}, shortest(value, side.dtype)));
  if (place.quiz !== null) return [recorded];
  if (how.verdict === 'cannot-judge' || !Number.isFinite(value)) return [recorded, html('p', { class: 'note' }, how.finding ? `Cannot be judged: ${how.finding}.` : 'It cannot be judged.')];
  return [meterOf(how.distance(position), how.budget(position), shortest(value, side.dtype))];
}

function meterOf(distance, budget, recorded) {
  const share = distance === 0 ? 0 : Math.abs(distance) / budget;
  const isOut = share > 1;
  const at = 100 + 90 * Math.sign(distance) * Math.min(share, 1.08);
  const scale = svg('svg', { class: 'meter', viewBox: '0 0 200 22', 'aria-hidden': 'true' },
    svg('rect', { class: 'range', x: 10, y: 6, width: 180, height: 10, rx: 5 }),
    svg('line', { class: 'middle', x1: 100, x2: 100, y1: 3, y2: 19 }),
    svg('path', { class: isOut ? 'out' : 'in', d: `M${at} 2 l6 9 l-6 9 l-6 -9 z` }));
  const text = isOut
    ? `✗ off by ${size(Math.abs(distance))}, and rounding can bring ${size(budget)} at most: this is no rounding`
    : distance === 0 ? '✓ exactly what the formula gives' : `✓ off by ${size(Math.abs(distance))} of the ${size(budget)} that rounding may bring (${percent(share)})`;
  return html('div', { class: isOut ? 'budget out' : 'budget' }, html('p', { class: 'recorded' }, 'recorded ', html('code', {}, recorded)), scale, html('p', {}, text));
}

function differenceOf(name, position, before) {
  const comparison = data.comparisons[place.comparison];
  if (comparison.comparable) return html('p', { class: 'difference' }, `${comparison.comparable}.`);
  const [one, other] = sides();
  const [left, right] = [one, other].map((side) => read(side, place.step, name, before ? 1 : 0));
  if (!left || !right || left.of || [one, other].some((side) => name in side.not_computed)) return null;
  const distance = ulps(left.values[position], right.values[position], one.dtype);
  return html('p', { class: 'difference' }, distance === 0 ? '= Both sides have the same number, to the last bit.' : `≠ The two are ${distanceText(distance)} apart (${size(Math.abs(left.values[position] - right.values[position]))}).`);
}

// Back to its causes and forward to what it changes, each a step further.
function waysOf(name, position, before) {
  if (place.quiz !== null) return null;
  const side = lookedAt();
  const link = (cause) => {
    const text = cause.position === null ? cause.name : elementName(cause.name, indexOf(shapeOf(cause.name), cause.position));
    const target = { quantity: cause.name, position: cause.position ?? 0, before: cause.back === 1 };
    if (!target.before && side.order.has(cause.name)) target.stage = stageOf(side, cause.name);
    return html('li', {}, html('button', { type: 'button', class: 'chip', 'data-key': `way ${text} ${cause.back ?? 0}`, onclick: () => go(target) }, text, cause.back === 1 ? ' before' : ''));
  };
  const how = worked(side, place.step, name);
  let causes = before ? [] : causesOf(side, place.step, name, position);
  if (!before && causes.length === 0) causes = (how?.form?.reads ?? []).map(([parent, back]) => ({ name: parent, back: Math.max(back, 0), position: null }));
  const effects = effectsOf(side, place.step, name, position, before ? 1 : 0);
  return [
    html('h3', {}, 'Computed from'),
    causes.length > 0 ? html('ul', { class: 'chips' }, causes.map(link)) : html('p', { class: 'note' }, before && place.step > 0 ? html('button', { type: 'button', class: 'chip', 'data-key': 'way back', onclick: () => go({ step: place.step - 1, stage: 'update', before: false }) }, 'the update before') : 'nothing: the training starts from it'),
    html('h3', {}, 'Used for'),
    effects.length > 0 ? html('ul', { class: 'chips' }, effects.map(link)) : html('p', { class: 'note' }, side.carried.includes(name) && place.step + 1 < side.steps.length && !before ? html('button', { type: 'button', class: 'chip', 'data-key': 'way on', onclick: () => go({ step: place.step + 1, stage: 'forward', before: true }) }, 'the next step') : 'nothing more in this step'),
    formsOf(how),
  ];
}

function formsOf(how) {
  if (!how || how.forms.length < 2) return null;
  return html('details', {}, html('summary', { 'data-key': 'forms' }, `${how.forms.length} mathematically equal forms`), html('ul', { class: 'forms' }, how.forms.map((form, i) => html('li', {}, html('code', {}, form.text), i === how.held ? ' (the one shown)' : ''))));
}
