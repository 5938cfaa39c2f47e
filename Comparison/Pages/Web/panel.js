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
  const link = (cause) => {
    const text = cause.position === null ? cause.name : elementName(cause.name, indexOf(shapeOf(cause.name), cause.position));
    const target = { quantity: cause.name, position: cause.position ?? 0, before: cause.back === 1 };
    if (!target.before && side.order.has(cause.name)) target.stage = stageOf(side, cause.name);
    return html(
      'li',
      {},
      html(
        'button',
        { type: 'button', class: 'chip', 'data-key': `way ${text} ${cause.back ?? 0}`, onclick: () => go(target) },
        text,
        cause.back === 1 ? ' before' : '',
      ),
    );
  };
  const how = worked(side, place.step, name);
  let causes = before ? [] : causesOf(side, place.step, name, position);
  if (!before && causes.length === 0)
    causes = (how?.form?.reads ?? []).map(([parent, back]) => ({ name: parent, back: Math.max(back, 0), position: null }));
  const effects = effectsOf(side, place.step, name, position, before ? 1 : 0);
  return [
    html('h3', {}, 'Computed from'),
    causes.length > 0
      ? html('ul', { class: 'chips' }, causes.map(link))
      : html(
          'p',
          { class: 'note' },
          before && place.step > 0
            ? html(
                'button',
                {
                  type: 'button',
                  class: 'chip',
                  'data-key': 'way back',
                  onclick: () => go({ step: place.step - 1, stage: 'update', before: false }),
                },
                'the update before',
              )
            : 'nothing: the training starts from it',
        ),
    html('h3', {}, 'Used for'),
    effects.length > 0
      ? html('ul', { class: 'chips' }, effects.map(link))
      : html(
          'p',
          { class: 'note' },
          side.carried.includes(name) && place.step + 1 < side.steps.length && !before
            ? html(
                'button',
                {
                  type: 'button',
                  class: 'chip',
                  'data-key': 'way on',
                  onclick: () => go({ step: place.step + 1, stage: 'forward', before: true }),
                },
                'the next step',
              )
            : 'nothing more in this step',
        ),
    formsOf(how),
  ];
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
