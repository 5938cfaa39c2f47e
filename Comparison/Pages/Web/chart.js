// A chart: axes, lines of points, what they stand for, and the numbers behind them.

const plot = { width: 560, height: 260, left: 64, right: 16, top: 14, bottom: 36 };

function acrossOf(steps) {
  return (step) => plot.left + ((step - steps[0]) / Math.max(1, steps.at(-1) - steps[0])) * (plot.width - plot.left - plot.right);
}

function frame(label, ticks, steps) {
  const across = acrossOf(steps);
  const down = (share) => plot.height - plot.bottom - share * (plot.height - plot.top - plot.bottom);
  const stepTicks =
    steps.length <= 8 ? steps : [0, 0.25, 0.5, 0.75, 1].map((share) => steps[Math.round(share * (steps.length - 1))]);
  return {
    across,
    down,
    element: (...content) =>
      svg(
        'svg',
        { class: 'chart', viewBox: `0 0 ${plot.width} ${plot.height}`, role: 'img', 'aria-label': label },
        ticks
          .map(([share, text]) => [
            svg('line', {
              class: 'grid',
              x1: plot.left,
              x2: plot.width - plot.right,
              y1: down(share),
              y2: down(share),
            }),
            svg('text', { class: 'tick', x: plot.left - 8, y: down(share) + 4, 'text-anchor': 'end' }, text),
          ])
          .flat(),
        stepTicks.map((step) =>
          svg('text', { class: 'tick', x: across(step), y: plot.height - 14, 'text-anchor': 'middle' }, String(step)),
        ),
        svg('text', { class: 'tick', x: plot.width - plot.right, y: plot.height - 1, 'text-anchor': 'end' }, 'step'),
        svg('line', { class: 'now', y1: plot.top, y2: plot.height - plot.bottom }),
        content,
      ),
  };
}

function line(points, name) {
  const kept = points.filter(([x, y]) => Number.isFinite(x) && Number.isFinite(y));
  const path = kept.map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
  const dots =
    kept.length <= 30
      ? kept.map(([x, y]) =>
          name === 'second'
            ? svg('path', { class: `dot ${name}`, d: `M${x - 4} ${y - 4}l8 8m0 -8l-8 8` })
            : svg('circle', { class: `dot ${name}`, cx: x, cy: y, r: name === 'first' ? 6 : 3 }),
        )
      : [];
  return [svg('path', { class: `curve ${name}`, d: path || 'M0 0' }), ...dots];
}

function legend(entries) {
  return html(
    'ul',
    { class: 'legend' },
    entries.map(([name, text]) =>
      html(
        'li',
        {},
        svg(
          'svg',
          { viewBox: '0 0 36 12', width: 36, height: 12, 'aria-hidden': 'true' },
          line(
            [
              [4, 6],
              [32, 6],
            ],
            name,
          ),
        ),
        text,
      ),
    ),
  );
}

function valuesOf(title, heads, rows) {
  return html(
    'details',
    {},
    html('summary', {}, title),
    html(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': title },
      html(
        'table',
        {},
        html(
          'thead',
          {},
          html(
            'tr',
            {},
            heads.map((head) => html('th', { scope: 'col' }, head)),
          ),
        ),
        html(
          'tbody',
          {},
          rows.map(([first, ...others]) =>
            html(
              'tr',
              {},
              html('th', { scope: 'row' }, String(first)),
              others.map((other) => html('td', {}, String(other))),
            ),
          ),
        ),
      ),
    ),
  );
}
