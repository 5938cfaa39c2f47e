// What an agreement is worth: what it would have shown.

/** Draws what the agreement is worth. */
function drawWorth() {
  const comparison = data.comparisons[0];
  const section = document.getElementById('worth');
  const errors = Object.entries(comparison.smallest_errors);
  section.hidden = place.comparison > 0 || errors.length === 0;
  if (section.hidden) return;
  show(
    section,
    html('h2', {}, 'What this agreement rules out, and what it cannot see'),
    html(
      'p',
      {},
      'An agreement says as much as a disagreement would have shown. Each known mistake was held against these very numbers: those ruled out would have given others, beyond rounding.',
    ),
    html(
      'div',
      { class: 'columns' },
      html(
        'div',
        {},
        html('h3', {}, `Ruled out (${comparison.ruled_out.length})`),
        comparison.ruled_out.length > 0
          ? html(
              'ul',
              { class: 'names' },
              comparison.ruled_out.map((name) =>
                html('li', {}, html('code', {}, name), html('span', {}, data.descriptions[name] ?? '')),
              ),
            )
          : html('p', {}, data.studies_note ?? 'None.'),
      ),
      html(
        'div',
        {},
        html('h3', {}, `Invisible on this network (${comparison.invisible.length})`),
        html(
          'ul',
          { class: 'names' },
          comparison.invisible.map((mistake) =>
            html(
              'li',
              {},
              html('code', {}, mistake.name),
              html('span', {}, `Because ${mistake.because}. Revealed by: ${mistake.reveal}.`),
            ),
          ),
        ),
      ),
      html(
        'div',
        {},
        html('h3', {}, 'The smallest error that would have shown'),
        html(
          'table',
          {},
          html(
            'thead',
            {},
            html('tr', {}, html('th', { scope: 'col' }, 'Quantity'), html('th', { scope: 'col' }, 'Relative error')),
          ),
          html(
            'tbody',
            {},
            errors.map(([name, error]) =>
              html(
                'tr',
                {},
                html('th', { scope: 'row' }, html('code', {}, name)),
                html('td', {}, Number.isFinite(Number(error)) ? size(Number(error)) : 'none: not computed, or 0 throughout'),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}
