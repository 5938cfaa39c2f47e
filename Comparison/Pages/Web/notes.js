// What the page cannot show, or not all of, and why.

// What is left out, and why.
function notesOf(comparison) {
  const both = sides();
  const notes = [
    comparison.steps_note,
    comparison.comparable ? `${comparison.comparable}: their difference is not shown.` : null,
  ];
  for (const side of both) {
    const missing = side.quantities.filter(
      (name) => !(name in side.not_computed) && side.steps.some((step) => step.values[side.order.get(name)] < 0),
    );
    if (missing.length > 0)
      notes.push(
        `${side.name} did not record ${missing.join(', ')} at every step, nor declare it as not computed: it is shown as a dash, and nothing that reads it can be judged.`,
      );
    const odd = side.steps.flatMap((step, k) =>
      side.quantities
        .filter((name) => read(side, k, name)?.values.some((value) => !Number.isFinite(value)))
        .map((name) => `${name} of step ${step.step}`),
    );
    if (odd.length > 0)
      notes.push(
        `${side.name} has NaN or infinite numbers, first in ${odd[0]}: they have no size, so they are written and not drawn by colour or width, and curves leave them out.`,
      );
    const shaped = side.steps.flatMap((step, k) =>
      side.quantities
        .filter((name) => {
          const [found, how] = [read(side, k, name), worked(side, k, name)];
          return found && how?.verdict === 'unexplained' && !how.form && !found.of;
        })
        .map((name) => `${name} of step ${step.step}`),
    );
    if (shaped.length > 0)
      notes.push(
        `${side.name} recorded ${shaped[0]} in a shape that this network does not have: it is not held against a formula.`,
      );
    const extra = [...new Set(side.steps.flatMap((step) => step.extra))];
    if (extra.length > 0)
      notes.push(`${side.name} recorded ${extra.join(', ')}, which this network does not have: it is not shown.`);
    const pooled = side.quantities
      .map((name) => [name, read(side, 0, name)])
      .filter(([, found]) => found?.of)
      .map(([name, { of }]) => `${name} (${of.join(' × ')})`);
    if (pooled.length > 0)
      notes.push(`${side.name}: arrays of more than 1,024 numbers are shown in blocks, each by its mean: ${pooled.join(', ')}.`);
    const others = Object.entries(side.not_computed);
    if (others.length > 0)
      notes.push(`${side.name} does not compute ${others.map(([name]) => name).join(' and ')}: ${others[0][1]}.`);
  }
  return [...new Set(notes.filter(Boolean))];
}
