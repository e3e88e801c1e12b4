// One answer at a time on @getodk/xforms-engine, for comparison: `node answers.mjs < request.json`, in the folder where
// it is installed. The request: { xform, repeat, instances, rounds, questions: [a, b], total }. The answer: the
// nanoseconds of each answer, with reading what was computed from it, and that value at the end.
import fs from 'node:fs';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('', { url: 'http://localhost/' });
globalThis.window = window;
const names = ['DOMParser', 'XMLSerializer', 'Node', 'Element', 'Document', 'XMLDocument', 'Attr', 'Text', 'CDATASection', 'Comment',
  'ProcessingInstruction', 'XPathResult', 'NodeFilter', 'HTMLElement', 'document'];
for (const name of names) globalThis[name] = window[name];
// With `process` in sight its parser looks for files that are not there.
const { process } = globalThis;
globalThis.process = undefined;
const { createInstance } = await import('@getodk/xforms-engine');
globalThis.process = process;

const request = JSON.parse(fs.readFileSync(0, 'utf8'));
const begin = process.hrtime.bigint();
const { root } = await createInstance(request.xform, {});
const load = Number(process.hrtime.bigint() - begin);
const child = (node, name) => node.currentState.children.find((c) => c.definition.nodeset?.endsWith(`/${name}`) ?? c.currentState.reference.endsWith(`/${name}`));
const range = child(root, request.repeat);
range.addInstances(range.currentState.children.length - 1, request.instances - range.currentState.children.length);
const [outer, inner] = request.questions;
const question = child(root, outer);
const total = child(root, request.total);
const within = range.currentState.children.map((instance) => child(instance, inner));
const times = [];
const timed = (node, value) => {
  const before = process.hrtime.bigint();
  node.setValue(value);
  const seen = total.currentState.instanceValue;
  times.push(Number(process.hrtime.bigint() - before));
  return seen;
};
let seen;
for (let round = 0; round < request.rounds; round++) {
  timed(question, round % 2 === 0 ? 'x' : 'y');
  seen = timed(within[round % within.length], String(round));
}
console.log(JSON.stringify({ load, times, total: Number(seen) }));
