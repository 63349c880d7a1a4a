import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bindings, type Context, contexts} from '../../../source/ui/keys/bindings.ts';
import {bindingsIn, commandFor} from '../../../source/ui/keys/command-for.ts';
import {footerLine} from '../../../source/ui/keys/footer.ts';
import {lineWidth} from '../../../source/ui/lines/fit.ts';
import {plainText} from '../../../source/ui/lines/line.ts';

/** Contexts in which letters are text, so that `?` and `q` are too. */
const typing: readonly Context[] = ['form', 'form_choice', 'filter', 'fix_naming'];
/** Contexts in which there is nothing to move through. */
const still: readonly Context[] = ['fix_waiting', 'fix_ended', 'importing'];
const sizes = [60, 80, 100, 120, 200];

/** The entries of a footer as key and label. */
function entriesOf(context: Context, columns: number): readonly (readonly [string, string])[] {
	return plainText(footerLine(context, columns - 2))
		.split('  ')
		.map(entry => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)] as const);
}

test('every binding has keys, a label, a sentence and at least one context', () => {
	for (const binding of bindings) {
		assert.ok(binding.keys.length > 0, binding.command);
		assert.match(binding.label, /^\S+( \S+){0,3}$/);
		assert.match(binding.help, /^[A-Z].*\.$/);
		assert.ok(binding.contexts.length > 0, binding.command);
		assert.equal(new Set(binding.contexts).size, binding.contexts.length);
	}
});

test('a footer never shows what does not work there', () => {
	for (const binding of bindings) {
		for (const context of binding.footer) {
			assert.ok(binding.contexts.includes(context), `${binding.command} in ${context}`);
		}
	}
});

test('no key is bound twice in one context', () => {
	for (const context of contexts) {
		const keys = bindingsIn(context).flatMap(binding => binding.keys);
		assert.deepEqual(
			keys.filter((key, index) => keys.indexOf(key) !== index),
			[],
			context,
		);
	}
});

test('every key of every context asks for its command, and other keys for nothing', () => {
	for (const context of contexts) {
		for (const binding of bindingsIn(context)) {
			for (const key of binding.keys) {
				assert.equal(commandFor(context, key), binding.command, `${key} in ${context}`);
			}
		}

		for (const key of ['Q', 'z', 'ctrl+d', 'backspace', '']) {
			assert.equal(commandFor(context, key), null, `${key} in ${context}`);
		}
	}
});

test('what the footer shows works when it is pressed', () => {
	for (const context of contexts) {
		for (const columns of sizes) {
			for (const [key, label] of entriesOf(context, columns)) {
				if (key === '↑↓' && label === 'field') {
					assert.equal(commandFor(context, 'up'), 'previous_field', context);
					assert.equal(commandFor(context, 'down'), 'next_field', context);
					continue;
				}

				if (key === '↑↓') {
					assert.equal(commandFor(context, 'up'), 'up', context);
					assert.equal(commandFor(context, 'down'), 'down', context);
					continue;
				}

				if (key === '←→') {
					assert.equal(commandFor(context, 'left'), 'previous_choice', context);
					assert.equal(commandFor(context, 'right'), 'next_choice', context);
					continue;
				}

				const binding = bindingsIn(context).find(candidate => candidate.keys.includes(key));
				assert.equal(binding?.label, label, `${key} in ${context}`);
			}
		}
	}
});

test('the footer fits, and always shows a way to every key', () => {
	for (const context of contexts) {
		for (const columns of sizes) {
			const line = footerLine(context, columns - 2);
			assert.ok(lineWidth(line) <= columns - 2, `${context} at ${columns}`);
			assert.doesNotMatch(plainText(line), /…/, `${context} at ${columns}`);
			if (!typing.includes(context) && context !== 'help') {
				assert.match(plainText(line), /\? keys( {2}q quit)?$/, `${context} at ${columns}`);
			}
		}
	}
});

test('every screen shows its main act first and how to leave it', () => {
	for (const context of contexts) {
		const shown = entriesOf(context, 60).map(([key]) => key);
		assert.ok(shown.includes('esc') || shown.includes('q'), `${context}: ${shown.join(' ')}`);
		const wide = entriesOf(context, 200).map(([key]) => key);
		assert.equal(shown[0], wide[0], context);
	}
});

test('leaving and breaking off work wherever they can', () => {
	for (const context of contexts) {
		assert.equal(commandFor(context, 'ctrl+c'), 'interrupt', context);
		assert.equal(commandFor(context, 'ctrl+z'), 'set_aside', context);
		assert.equal(commandFor(context, 'q'), typing.includes(context) ? null : 'quit', context);
		assert.equal(commandFor(context, '?'), typing.includes(context) ? null : 'help', context);
		assert.equal(commandFor(context, 'esc'), typing.includes(context) ? 'cancel' : 'back', context);
	}
});

test('the keys of other tools move here as well', () => {
	for (const context of contexts.filter(candidate => ![...typing, ...still].includes(candidate))) {
		for (const [key, command] of [
			['k', 'up'],
			['j', 'down'],
			['g', 'top'],
			['G', 'bottom'],
			['home', 'top'],
			['end', 'bottom'],
			['pgup', 'page_up'],
			['pgdn', 'page_down'],
		] as const) {
			assert.equal(commandFor(context, key), command, `${key} in ${context}`);
		}
	}
});
