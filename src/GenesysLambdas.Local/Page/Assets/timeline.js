import { h, svg } from './dom.js';
import { duration } from './text.js';

/** The phases of a call as bars, to scale. */

const LEAST_WIDTH = 0.5;

/** @param {{totalMs: number, phases: any[]}} timeline @returns {HTMLElement} */
export function timelineView({ totalMs, phases }) {
  if (phases.length === 0) return h('p.quiet', {}, 'Nothing was measured.');
  const end = Math.max(totalMs, ...phases.map((phase) => phase.startMs + phase.ms), 1);
  return h('ol.timeline', {}, ...phases.map((phase) => h('li', {},
    h('span.phase', {}, phase.name, phase.note ? h('span.note', {}, ` ${phase.note}`) : ''),
    h('span.ms', {}, duration(phase.ms)),
    bar(phase, end))));
}

function bar({ kind, startMs, ms }, end) {
  const width = Math.max((100 * ms) / end, LEAST_WIDTH);
  const x = Math.min((100 * startMs) / end, 100 - width);
  return svg('svg', { class: 'bar', width: '100%', height: 10, 'aria-hidden': 'true' },
    svg('rect', { class: 'track', x: 0, y: 4.5, width: '100%', height: 1 }),
    svg('rect', { class: `phase-${kind}`, x: `${x}%`, y: 0, width: `${width}%`, height: 10, rx: 1.5 }));
}
