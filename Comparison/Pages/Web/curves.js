// The loss of both sides, and their gap on a logarithmic axis against what rounding can bring.

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

function markStep() {
  const across = acrossOf(array(data.comparisons[place.comparison].curves.steps).values);
  const step = sides()[0].steps[place.step]?.step ?? 1;
  for (const mark of document.querySelectorAll('.chart .now')) {
    mark.setAttribute('x1', across(step));
    mark.setAttribute('x2', across(step));
  }
}

function lossChart(both, steps, losses) {
  const all = losses.flat().filter(Number.isFinite);
  const names = [sideName(both[0]), sideName(both[1])];
  if (all.length === 0)
    return html('figure', {}, html('h3', {}, 'Loss'), html('p', {}, 'No loss is a finite number, so no curve can be drawn.'));
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const spare = (high - low) * 0.08 || Math.abs(high) * 0.1 || 1;
  const [least, most] = [low - spare, high + spare];
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => [
    share,
    Number((least + share * (most - least)).toPrecision(4)).toString(),
  ]);
  const label = `Loss of each step: ${names.map((name, i) => `${name} from ${digits(losses[i][0], 'float32')} to ${digits(losses[i].at(-1), 'float32')}`).join('; ')}`;
  const { across, down, element } = frame(label, ticks, steps);
  const curve = (values, name) =>
    line(
      values.map((value, i) => [across(steps[i]), down((value - least) / (most - least))]),
      name,
    );
  return html(
    'figure',
    {},
    html('h3', {}, 'Loss of each step'),
    element(curve(losses[0], 'first'), curve(losses[1], 'second')),
    legend([
      ['first', names[0]],
      ['second', names[1]],
    ]),
    valuesOf(
      'The losses as numbers',
      ['step', ...names],
      steps.map((step, i) => [step, ...losses.map((values, s) => shortest(values[i], both[s].dtype))]),
    ),
  );
}

function gapChart(both, curves, steps, losses) {
  const gap = steps.map((_, i) => Math.abs(losses[0][i] - losses[1][i]));
  const lines = [['gap', 'gap between the two', gap]];
  if (curves.budget >= 0)
    lines.push(['budget', 'what rounding alone can bring, carried on from step to step', array(curves.budget).values]);
  if (curves.twins >= 0) lines.push(['twins', `gap of twins: start weights one ULP away`, array(curves.twins).values]);
  const all = lines.flatMap(([, , values]) => values).filter((value) => value > 0 && Number.isFinite(value));
  const title = html('h3', {}, 'Gap between the losses');
  if (all.length === 0)
    return html(
      'figure',
      {},
      title,
      html(
        'p',
        {},
        gap.every((value) => value === 0)
          ? 'The losses are the same to the last bit at every step.'
          : 'No gap is a finite number, so nothing can be drawn.',
      ),
    );
  const least = Math.floor(Math.log10(Math.min(...all))) - 1;
  const most = Math.ceil(Math.log10(Math.max(...all)) + 0.01);
  const stride = Math.ceil((most - least) / 7);
  const ticks = [[0, 'same']];
  for (let power = least + 1; power <= most; power += stride) ticks.push([(power - least) / (most - least), `1e${power}`]);
  const widest = gap.reduce((largest, value) => (Number.isFinite(value) && value > largest ? value : largest), 0);
  const { across, down, element } = frame(`Gap between the losses on a logarithmic axis: at most ${size(widest)}`, ticks, steps);
  // Nothing lies at minus infinity: the same number is drawn at the bottom.
  const curve = (values, name) =>
    line(
      values.map((value, i) => [across(steps[i]), down(value === 0 ? 0 : logarithmic(value, least, most))]),
      name,
    );
  return html(
    'figure',
    {},
    title,
    element(lines.map(([name, , values]) => curve(values, name))),
    legend(lines.map(([name, text]) => [name, text])),
    valuesOf(
      'The gaps as numbers',
      ['step', ...lines.map(([, text]) => text)],
      steps.map((step, i) => [
        step,
        ...lines.map(([, , values]) => (i < values.length ? (values[i] === 0 ? 'same' : size(values[i])) : '–')),
      ]),
    ),
  );
}
