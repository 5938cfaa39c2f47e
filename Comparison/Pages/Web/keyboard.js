// Arrow keys: through time anywhere on the page, and from number to number within the picture.

const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Sets up the keys. */
function prepareKeyboard() {
  document.addEventListener('keydown', (event) => {
    const arrow = arrows[event.key];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const item = event.target.closest?.('.item');
    if (item && (event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      item.dispatchEvent(new MouseEvent('click'));
    } else if (item && arrow) {
      event.preventDefault();
      nearest(item, arrow)?.focus();
    } else if (arrow && arrow[0] !== 0 && !event.target.closest?.('input, select, .scroll')) {
      event.preventDefault();
      goStages(arrow[0] * (event.shiftKey ? stages.length : 1));
    }
  });
}

// The nearest number of the picture in a direction: one straight ahead is nearer than one aside.
function nearest(item, [right, down]) {
  const centre = (one) => {
    const { left, top, width, height } = (one.querySelector('.number') ?? one).getBoundingClientRect();
    return [left + width / 2, top + height / 2];
  };
  const [x, y] = centre(item);
  let best = null;
  let least = Infinity;
  for (const other of item.parentNode.querySelectorAll('.item')) {
    const [dx, dy] = centre(other).map((at, axis) => at - [x, y][axis]);
    const ahead = dx * right + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * right);
    if (other === item || ahead <= 3) continue;
    if (ahead + 2.5 * aside < least) [best, least] = [other, ahead + 2.5 * aside];
  }
  if (best) {
    item.setAttribute('tabindex', '-1');
    best.setAttribute('tabindex', '0');
  }
  return best;
}
