// The loss of both sides, and their gap on a logarithmic axis against what rounding can bring.

const plot = { width: 560, height: 260, left: 64, right: 16, top: 14, bottom: 36 };

let drawnCurves = null;

/** Draws both charts of the comparison; where they are drawn, moves the mark of the step. */
function drawCurves() {
  const { curves } = data.comparisons[place.comparison];
  const key = `${place.comparison} ${place.quiz}`;
  if (drawnCurves === key) {
    markStep();
    return;
  }
  drawnCurves = key;
  const steps = array(curves.steps).values;
  const losses = curves.losses.map((at) => array(at).values);
  const both = sides();
  document.getElementById('curves-note').textContent = curves.note ?? '';
  show(document.getElementById('curves-charts'), lossChart(both, steps, losses), gapChart(both, curves, steps, losses));
  markStep();
}

function acrossOf(steps) {
  return (step) => plot.left + ((step - steps[0]) / Math.max(1, steps.at(-1) - steps[0])) * (plot.width - plot.left - plot.right);
}

function markStep() {
  const across = acrossOf(array(data.comparisons[place.comparison].curves.steps).values);
  const step = sides()[0].steps[place.step]?.step ?? 1;
  for (const mark of document.querySelectorAll('.chart .now')) {
    mark.setAttribute('x1', across(step));
    mark.setAttribute('x2', across(step));
  }
}

function frame(label, ticks, steps) {
  const across = acrossOf(steps);
  const down = (share) => plot.height - plot.bottom - share * (plot.height - plot.top - plot.bottom);
  const stepTicks = steps.length <= 8 ? steps : [0, 0.25, 0.5, 0.75, 1].map((share) => steps[Math.round(share * (steps.length - 1))]);
  return {
    across, down,
    element: (...content) => svg('svg', { class: 'chart', viewBox: `0 0 ${plot.width} ${plot.height}`, role: 'img', 'aria-label': label },
      ticks.map(([share, text]) => [svg('line', { class: 'grid', x1: plot.left, x2: plot.width - plot.right, y1: down(share), y2: down(share) }), svg('text', { class: 'tick', x: plot.left - 8, y: down(share) + 4, 'text-anchor': 'end' }, text)]).flat(),
      stepTicks.map((step) => svg('text', { class: 'tick', x: across(step), y: plot.height - 14, 'text-anchor': 'middle' }, String(step))),
      svg('text', { class: 'tick', x: plot.width - plot.right, y: plot.height - 1, 'text-anchor': 'end' }, 'step'),
      svg('line', { class: 'now', y1: plot.top, y2: plot.height - plot.bottom }), content),
  };
}

function line(points, name) {
  const kept = points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const path = kept.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  const dots = kept.length <= 30 ? kept.map(([x, y]) => (name === 'second' ? svg('path', { class: `dot ${name}`, d: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8` }) : svg('circle', { class: `dot ${name}`, cx: x, cy: y, r: name === 'first' ? 6 : 3 }))) : [];
  return [svg('path', { class: `curve ${name}`, d: path || 'M0 0' }), ...dots];
}

function legend(entries) {
  return html('ul', { class: 'legend' }, entries.map(([name, text]) => html('li', {}, svg('svg', { viewBox: '0 0 36 12', width: 36, height: 12, 'aria-hidden': 'true' }, line([[4, 6], [32, 6]], name)), text)));
}

function lossChart(both, steps, losses) {
  const all = losses.flat().filter(Number.isFinite);
  const names = [sideName(both[0]), sideName(both[1])];
  if (all.length === 0) return html('figure', {}, html('h3', {}, 'Loss'), html('p', {}, 'No loss is a finite number, so no curve can be drawn.'));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const spare = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1;
  const [least, most] = [low - spare, high + spare];
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => [share, Number((least + share * (most - least)).toPrecision(4)).toString()]);
  const label = `Loss of each step: ${names.map((name, i) => `${name} from ${digits(losses[i][0], 'float32')} to ${digits(losses[i].at(-1), 'float32')}`).join('; ')}`;
  const { across, down, element } = frame(label, ticks, steps);
  const curve = (values, name) => line(values.map((value, i) => [across(steps[i]), down((value - least) / (most - least))]), name);
  return html('figure', {}, html('h3', {}, 'Loss of each step'), element(curve(losses[0], 'first'), curve(losses[1], 'second')),
    legend([['first', names[0]], ['second', names[1]]]),
    valuesOf('The losses as numbers', ['step', ...names], steps.map((step, i) => [step, ...losses.map((values, s) => shortest(values[i], both[s].dtype))])));
}

function gapChart(both, curves, steps, losses) {
  const gap = steps.map((_, i) => Math.abs(losses[0][i] - losses[1][i]));
  const lines = [['gap', 'gap between the two', gap]];
  if (curves.budget >= 0) lines.push(['budget', 'what rounding alone can bring, carried on from step to step', array(curves.budget).values]);
  if (curves.twins >= 0) lines.push(['twins', `gap of twins: start weights one ULP away`, array(curves.twins).values]);
  const all = lines.flatMap(([, , values]) => values).filter((value) => value > 0 && Number.isFinite(value));
  const title = html('h3', {}, 'Gap between the losses');
  if (all.length === 0) return html('figure', {}, title, html('p', {}, gap.every((value) => value === 0) ? 'The losses are the same to the last bit at every step.' : 'No gap is a finite number, so nothing can be drawn.'));
  const least = Math.floor(Math.log10(Math.min(...all))) - 1;
  const most = Math.ceil(Math.log10(Math.max(...all)) + 0.01);
  const stride = Math.ceil((most - least) / 7);
  const ticks = [[0, 'same']];
  for (let power = least + 1; power <= most; power += stride) ticks.push([(power - least) / (most - least), `1e${power}`]);
  const widest = gap.reduce((largest, value) => (Number.isFinite(value) && value > largest ? value : largest), 0);
  const { across, down, element } = frame(`Gap between the losses on a logarithmic axis: at most ${size(widest)}`, ticks, steps);
  // Nothing lies at minus infinity: the same number is drawn at the bottom.
  const curve = (values, name) => line(values.map((value, i) => [across(steps[i]), down(value === 0 ? 0 : logarithmic(value, least, most))]), name);
  return html('figure', {}, title, element(lines.map(([name, , values]) => curve(values, name))), legend(lines.map(([name, text]) => [name, text])),
    valuesOf('The gaps as numbers', ['step', ...lines.map(([, text]) => text)], steps.map((step, i) => [step, ...lines.map(([, , values]) => (i < values.length ? (values[i] === 0 ? 'same' : size(values[i])) : '–'))])));
}

function valuesOf(title, heads, rows) {
  return html('details', {}, html('summary', {}, title), html('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title }, html('table', {}, html('thead', {}, html('tr', {}, heads.map((head) => html('th', { scope: 'col' }, head)))), html('tbody', {}, rows.map(([first, ...others]) => html('tr', {}, html('th', { scope: 'row' }, String(first)), others.map((other) => html('td', {}, String(other)))))))));
}
