// How one side came by a number: its formula with the numbers put in, and how far what was recorded may be off.

// What one side did to get this number.
function accountOf(side, name, position, before) {
  const title = html('h3', {}, sideName(side));
  const found = read(side, place.step, name, before ? 1 : 0);
  const value = found && !found.of ? found.values[position] : undefined;
  const isRoot = !side.order.has(name);
  if (isRoot || before)
    return html(
      'section',
      { class: 'account' },
      title,
      html('p', { class: 'sum' }, html('code', {}, value === undefined ? rootText(found) : shortest(value, side.dtype))),
      html(
        'p',
        { class: 'note' },
        isRoot
          ? 'The training starts from it: it has no formula, and both sides must have the same, bit for bit.'
          : beforeText(side, name),
      ),
    );
  const how = worked(side, place.step, name);
  if (!how?.form) return html('section', { class: 'account' }, title, html('p', { class: 'note' }, missingText(side, name, how)));
  const example = how.example && (found?.of || how.size === 0) ? how.example : null;
  if (example) return exampleOf(side, name, how, example, title);
  const text = substituted(side, place.step, name, position);
  const result = digits(how.exact(position), side.dtype);
  const lines = [html('span', {}, `${name} = ${how.form.text}`)];
  if (text !== null) lines.push(html('span', { class: 'numbers' }, `= ${text}`));
  if (place.quiz === null && text !== result) lines.push(html('span', { class: 'result' }, `= ${result}`));
  if (text === null && how.example)
    lines.push(
      html('span', { class: 'numbers' }, `for one, ${elementName(name, how.example.index)} = ${how.example.substituted}`),
    );
  const judged = how.isDerived
    ? [
        html(
          'p',
          { class: 'note derived' },
          `${sideName(side)} does not compute it: ${side.not_computed[name]}. What the formula gives from its numbers is shown; nothing is judged by it.`,
        ),
      ]
    : budgetOf(side, how, position, value);
  return html('section', { class: 'account' }, title, html('p', { class: 'sum' }, html('code', {}, lines)), judged);
}

function rootText(found) {
  return found ? 'in blocks on this page' : 'not on this page';
}

function beforeText(side, name) {
  const step = side.steps[place.step].step;
  return step === 1
    ? /^(velocity|m|v)_/.test(name)
      ? 'Nothing is remembered before the first step.'
      : 'As the training starts with it.'
    : `As the update of step ${step - 1} left it.`;
}

function missingText(side, name, how) {
  if (name in side.not_computed) return `Not computed: ${side.not_computed[name]}.`;
  return how?.finding ? `Cannot be shown: ${how.finding}.` : 'It was not recorded, so it cannot be shown.';
}

function exampleOf(side, name, how, example, title) {
  return html(
    'section',
    { class: 'account' },
    title,
    html(
      'p',
      { class: 'note' },
      `This array is shown in blocks. Of its ${how.size || ''} numbers, this one comes nearest to its budget:`,
    ),
    html(
      'p',
      { class: 'sum' },
      html(
        'code',
        {},
        html('span', {}, `${name} = ${how.form.text}`),
        html('span', { class: 'numbers' }, `${elementName(name, example.index)} = ${example.substituted}`),
        html('span', { class: 'result' }, `= ${digits(Number(example.value), side.dtype)}`),
      ),
    ),
    meterOf(Number(example.distance), Number(example.budget), shortest(Number(example.value), side.dtype)),
  );
}

// How far the recorded number is from the formula's, on a scale whose ends are as far as rounding can go.
function budgetOf(side, how, position, value) {
  if (value === undefined) return [html('p', { class: 'note' }, 'It was not recorded in its shape.')];
  const recorded = html('p', { class: 'recorded' }, 'recorded ', html('code', {}, shortest(value, side.dtype)));
  if (place.quiz !== null) return [recorded];
  if (how.verdict === 'cannot-judge' || !Number.isFinite(value))
    return [recorded, html('p', { class: 'note' }, how.finding ? `Cannot be judged: ${how.finding}.` : 'It cannot be judged.')];
  return [meterOf(how.distance(position), how.budget(position), shortest(value, side.dtype))];
}

function meterOf(distance, budget, recorded) {
  const share = distance === 0 ? 0 : Math.abs(distance) / budget;
  const isOut = share > 1;
  const at = 100 + 90 * Math.sign(distance) * Math.min(share, 1.08);
  const scale = svg(
    'svg',
    { class: 'meter', viewBox: '0 0 200 22', 'aria-hidden': 'true' },
    svg('rect', { class: 'range', x: 10, y: 6, width: 180, height: 10, rx: 5 }),
    svg('line', { class: 'middle', x1: 100, x2: 100, y1: 3, y2: 19 }),
    svg('path', { class: isOut ? 'out' : 'in', d: `M${at} 2 l6 9 l-6 9 l-6 -9 z` }),
  );
  const text = isOut
    ? `✗ off by ${size(Math.abs(distance))}, and rounding can bring ${size(budget)} at most: this is no rounding`
    : distance === 0
      ? '✓ exactly what the formula gives'
      : `✓ off by ${size(Math.abs(distance))} of the ${size(budget)} that rounding may bring (${percent(share)})`;
  return html(
    'div',
    { class: isOut ? 'budget out' : 'budget' },
    html('p', { class: 'recorded' }, 'recorded ', html('code', {}, recorded)),
    scale,
    html('p', {}, text),
  );
}
