// One number: what it means, how each side came by it, how far it may be off, where it comes from and where it goes.

let previewed = null;

/** Shows a number without choosing it; null goes back to the chosen one. */
function previewNumber(number) {
  const same =
    number && number.quantity === place.quantity && number.position === place.position && number.before === place.before;
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
  element.hidden = sides().some((side) => side.steps.length === 0);
  if (element.hidden) return;
  const { quantity: name, before } = number;
  const shape = shapeOf(name);
  const position = Math.min(number.position, Math.max(0, count(shape) - 1));
  const shownSides = place.quiz === null ? sides() : [sides()[1]];
  show(
    element,
    html('h2', {}, html('code', {}, elementName(name, indexOf(shape, position)))),
    html('p', { class: 'meaning' }, meaningOf(lookedAt(), name, position)),
    previewed ? null : pickerOf(name, shape, position),
    shownSides.map((side) => accountOf(side, name, position, before)),
    place.quiz === null ? differenceOf(name, position, before) : answerOf(name),
    previewed ? html('p', { class: 'hint' }, 'Click, or press Enter, to keep this number here.') : waysOf(name, position, before),
  );
}

// Row and column of the element, to be typed: every number can be reached, drawn or not.
function pickerOf(name, shape, position) {
  if (count(shape) < 2) return null;
  const index = indexOf(shape, position);
  const labels = shape.length === 2 ? ['row', 'column'] : ['element'];
  return html(
    'p',
    { class: 'picker' },
    index.map((at, axis) =>
      shape[axis] === 1
        ? null
        : html(
            'label',
            {},
            `${labels[axis]} `,
            html('input', {
              type: 'number',
              min: 0,
              max: shape[axis] - 1,
              value: at,
              'data-key': `picker ${axis}`,
              onchange: (event) => {
                const wanted = Math.max(0, Math.min(shape[axis] - 1, Math.trunc(Number(event.target.value)) || 0));
                go({
                  position: positionOf(
                    shape,
                    index.map((other, i) => (i === axis ? wanted : other)),
                  ),
                });
              },
            }),
            ` of 0 to ${shape[axis] - 1}`,
          ),
    ),
  );
}

function differenceOf(name, position, before) {
  const comparison = data.comparisons[place.comparison];
  if (comparison.comparable) return html('p', { class: 'difference' }, `${comparison.comparable}.`);
  const [one, other] = sides();
  const [left, right] = [one, other].map((side) => read(side, place.step, name, before ? 1 : 0));
  if (!left || !right || left.of || [one, other].some((side) => name in side.not_computed)) return null;
  const distance = ulps(left.values[position], right.values[position], one.dtype);
  return html(
    'p',
    { class: 'difference' },
    distance === 0
      ? '= Both sides have the same number, to the last bit.'
      : `≠ The two are ${distanceText(distance)} apart (${size(Math.abs(left.values[position] - right.values[position]))}).`,
  );
}

// Back to its causes and forward to what it changes, each a step further.
function waysOf(name, position, before) {
  if (place.quiz !== null) return null;
  const side = lookedAt();
  const how = worked(side, place.step, name);
  let causes = before ? [] : causesOf(side, place.step, name, position);
  if (!before && causes.length === 0)
    causes = (how?.form?.reads ?? []).map(([parent, back]) => ({ name: parent, back: Math.max(back, 0), position: null }));
  const effects = effectsOf(side, place.step, name, position, before ? 1 : 0);
  const list = (numbers) =>
    html(
      'ul',
      { class: 'chips' },
      numbers.map((number) => html('li', {}, wayTo(side, number))),
    );
  return [
    html('h3', {}, 'Computed from'),
    causes.length > 0
      ? list(causes)
      : html('p', { class: 'note' }, before ? wayBack(side) : 'nothing: the training starts from it'),
    html('h3', {}, 'Used for'),
    effects.length > 0 ? list(effects) : html('p', { class: 'note' }, wayOn(side, name, before)),
    formsOf(how),
  ];
}

function chip(key, target, ...text) {
  return html('button', { type: 'button', class: 'chip', 'data-key': `way ${key}`, onclick: () => go(target) }, text);
}

function wayTo(side, { name, position, back = 0 }) {
  const text = position === null ? name : elementName(name, indexOf(shapeOf(name), position));
  const target = { quantity: name, position: position ?? 0, before: back === 1 };
  if (!target.before && side.order.has(name)) target.stage = stageOf(side, name);
  return chip(`${text} ${back}`, target, text, back === 1 ? ' before' : '');
}

// Where a parameter has its value before the step from.
function wayBack(side) {
  const { step } = side.steps[place.step];
  if (step === 1) return 'nothing: the training starts from it';
  if (side.steps[place.step - 1]?.step !== step - 1) return `the update of step ${step - 1}, which this page leaves out`;
  return chip('back', { step: place.step - 1, stage: 'update', before: false }, 'the update before');
}

// Where what a step hands on goes.
function wayOn(side, name, before) {
  const { step } = side.steps[place.step];
  if (before || !side.carried.includes(name) || place.step + 1 === side.steps.length) return 'nothing more';
  if (side.steps[place.step + 1].step !== step + 1) return `step ${step + 1}, which this page leaves out`;
  return chip('on', { step: place.step + 1, stage: 'forward', before: true }, 'the next step');
}

function formsOf(how) {
  if (!how || how.forms.length < 2) return null;
  return html(
    'details',
    {},
    html('summary', { 'data-key': 'forms' }, `${how.forms.length} mathematically equal forms`),
    html(
      'ul',
      { class: 'forms' },
      how.forms.map((form, i) => html('li', {}, html('code', {}, form.text), i === how.held ? ' (the one shown)' : '')),
    ),
  );
}
