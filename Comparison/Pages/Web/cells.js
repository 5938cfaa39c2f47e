// What is said in the cells of the table: numbers, differences, budgets, verdicts and forms.

const verdictTexts = {
  rounding: '✓ within budget',
  suspicious: '? suspicious',
  unexplained: '✗ unexplained',
  'cannot-judge': '– cannot be judged',
  'not-computed': '○ not computed',
};

function cellText(side, values, how, name) {
  if (!side.order.has(name)) return 'no such quantity';
  if (!values) return name in side.not_computed ? 'not computed' : 'not recorded';
  if (values.of || values.values.length > 1) return `${(values.of ?? values.shape).join(' × ')} numbers`;
  return html('span', {}, html('code', {}, shortest(values.values[0], side.dtype)), how?.isDerived ? ' (derived)' : '');
}

// The form that held, or forms, under the name.
function formsOfRow(both, hows) {
  const forms = hows.map((how) => (how?.form && how.verdict !== 'unexplained' ? how.form.text : 'no form holds'));
  return html(
    'div',
    { class: 'forms' },
    ofBoth(both, forms).map(([text]) => html('code', {}, text)),
  );
}

// What is the same of both sides is said once, otherwise of each.
function ofBoth(both, texts) {
  return texts[0] === texts[1] ? [[texts[0], 0]] : texts.map((text, i) => [`${sideName(both[i])}: ${text}`, i]);
}

function differenceText(both, arrays, name) {
  const comparison = data.comparisons[place.comparison];
  if (comparison.comparable || arrays.includes(null) || both.some((side) => name in side.not_computed)) return '–';
  if (arrays[0].of) {
    const cells = array(comparison.pooled_ulps[name]?.[place.step]);
    return cells ? `up to ${distanceText(Math.max(...cells.values))}` : '–';
  }
  if (arrays[0].values.length !== arrays[1].values.length) return 'other shape';
  const distances = arrays[0].values.map((value, i) => ulps(value, arrays[1].values[i], both[0].dtype));
  const most = distances.includes(null) ? null : Math.max(...distances);
  const apart = distances.filter((distance) => distance !== 0).length;
  return distances.length === 1 || apart === 0
    ? distanceText(most)
    : `${apart} of ${distances.length}, up to ${distanceText(most)}`;
}

function budgetText(how, values) {
  if (!how || how.isDerived || !how.form || how.verdict === 'cannot-judge') return '–';
  if (how.example) return usedText(Math.abs(Number(how.example.distance)), Number(how.example.budget));
  if (!values || values.values.length !== how.size) return '–';
  const most = values.values.reduce((best, _, i) => (shareOf(how, i) > shareOf(how, best) ? i : best), 0);
  return usedText(Math.abs(how.distance(most)), how.budget(most));
}

function usedText(distance, budget) {
  return budget === 0 && distance === 0 ? 'exact' : `${percent(distance === 0 ? 0 : distance / budget)} of ${size(budget)}`;
}

function shareOf(how, i) {
  const distance = Math.abs(how.distance(i));
  return distance === 0 ? 0 : distance / how.budget(i);
}
