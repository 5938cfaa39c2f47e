// A mistake is chosen unseen; the reader finds the first wrong quantity.

let answer = null;
let lastQuestion = null;

/** The mistakes that have a first wrong number in a step, which can be pointed at. */
function questions() {
  return data.comparisons
    .map((_, i) => i)
    .filter((i) => {
      const { mistake, first } = data.comparisons[i];
      return (
        mistake &&
        first?.step > 0 &&
        data.sides[data.comparisons[i].sides[1]].order.has(first.quantity) &&
        data.sides[data.comparisons[i].sides[1]].steps.some((step) => step.step === first.step)
      );
    });
}

/** Sets up the button that begins a quiz. */
function prepareQuiz() {
  const button = document.getElementById('quiz');
  button.hidden = questions().length === 0;
  button.addEventListener('click', ask);
}

function ask() {
  const others = questions().filter((i) => i !== lastQuestion);
  lastQuestion = others[Math.floor(Math.random() * others.length)] ?? questions()[0];
  answer = null;
  opened.clear();
  go({
    comparison: lastQuestion,
    quiz: lastQuestion,
    step: 0,
    stage: 'forward',
    view: 'second',
    sample: 0,
    quantity: null,
    before: false,
  });
  document.getElementById('verdict').querySelector('h2').focus();
}

/** What the reader is asked to do. */
function quizTask() {
  const stop = html('button', { type: 'button', 'data-key': 'quiz stop', onclick: () => lookAt(0) }, 'Leave the quiz');
  const reveal = html('button', { type: 'button', 'data-key': 'quiz show', onclick: () => lookAt(place.quiz) }, 'Show me');
  return [
    html('h2', { tabindex: -1 }, html('span', { class: 'sign', 'aria-hidden': 'true' }, '?'), ' Find the mistake'),
    html(
      'p',
      { class: 'lead' },
      'This training has one known mistake. Go through its steps and hold each number against its formula: which is the first quantity that is not what its formula gives? Choose it in the picture or in the table, then say so.',
    ),
    html('p', { class: 'answer', role: 'status' }, answer ?? ''),
    html(
      'p',
      { class: 'buttons' },
      reveal,
      html('button', { type: 'button', 'data-key': 'quiz next', onclick: ask }, 'Another one'),
      stop,
    ),
  ];
}

/** The button by which the reader answers with the number in the panel. */
function answerOf(name) {
  if (previewed || place.before || !sides()[1].order.has(name))
    return html('p', { class: 'hint' }, 'A number that the step computes can be the answer; this one is given to it.');
  return html(
    'p',
    {},
    html(
      'button',
      { type: 'button', class: 'primary', 'data-key': 'quiz answer', onclick: () => judgeAnswer(name) },
      'This is the first wrong quantity',
    ),
  );
}

function judgeAnswer(name) {
  const comparison = data.comparisons[place.quiz];
  const { first } = comparison;
  const side = sides()[1];
  const step = side.steps[place.step].step;
  const order = (at, quantity) => at * side.quantities.length + side.order.get(quantity);
  if (step === first.step && name === first.quantity) {
    const solved = place.quiz;
    answer = null;
    lookAt(solved);
    document.getElementById('solved').textContent =
      `Right: ${name} of step ${step} is the first wrong quantity. The mistake is ${comparison.mistake}: ${comparison.description}`;
    return;
  }
  answer =
    order(step, name) < order(first.step, first.quantity)
      ? `Not ${name} of step ${step}: it is what its formula gives. The mistake comes later.`
      : worked(side, place.step, name)?.verdict === 'unexplained'
        ? `${name} of step ${step} is wrong, but it is not the first: something before it is wrong already.`
        : `Not ${name} of step ${step}: it is right for what it was given, but something before it is wrong. Go back.`;
  drawVerdict();
}
