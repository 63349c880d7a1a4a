import {controls, findControl} from '../controls/index.ts';
import {renderCorrections} from '../report/guide/render-corrections.ts';
import {renderGuideJson} from '../report/guide/render-guide-json.ts';
import {renderGuideMarkdown} from '../report/guide/render-guide-markdown.ts';
import {renderGuideText} from '../report/guide/render-guide-text.ts';
import type {Control} from '../types/control.ts';
import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';
import {suggest} from './call/suggest.ts';
import type {Invocation, RunCommand} from './invocation.ts';

const formats = ['text', 'markdown', 'json'] as const;
type Format = (typeof formats)[number];

/** Longer lines are harder to read, however wide the terminal. */
const widest = 100;
const withoutTerminal = 80;

/** `guide [control]`: prints the guide, or one control of it, or only its corrections. Needs no network and no state. */
export const run: RunCommand = async ({positionals, flags, environment, io}) => {
	const format = await readFormat(flags.get('format'));
	const control = await readControl(positionals[0]);
	const columns = Math.min(io.stdout.columns ?? withoutTerminal, widest);
	const colour = hasColour(io, environment);
	const text = flags.has('corrections')
		? renderCorrections({control, format, columns, colour})
		: render(format, control, columns, colour);
	io.stdout.write(text);
	return exitCodes.done;
};

function render(format: Format, control: Control | null, columns: number, colour: boolean): string {
	switch (format) {
		case 'text':
			return renderGuideText({control, columns, colour});
		case 'markdown':
			return renderGuideMarkdown({control});
		case 'json':
			return renderGuideJson({control});
	}
}

function hasColour({stdout}: Invocation['io'], {plain}: Invocation['environment']): boolean {
	return stdout.isTTY && !plain && stdout.hasColors();
}

async function readFormat(value: string | true | readonly string[] | undefined): Promise<Format> {
	if (value === undefined) {
		return 'text';
	}

	const word = String(value);
	const format = formats.find(each => each === word);
	if (format !== undefined) {
		return format;
	}

	throw new UserError(`There is no format "${word}".`, {
		why: `The guide comes as ${formats.join(', ')}.`,
		next: await advice(word, formats, '--format '),
		exitCode: exitCodes.usage,
	});
}

async function readControl(word: string | undefined): Promise<Control | null> {
	if (word === undefined) {
		return null;
	}

	const control = findControl(word);
	if (control !== null) {
		return control;
	}

	const names = controls.flatMap(({id, slug}) => [id, slug]);
	throw new UserError(`There is no control "${word}".`, {
		why: `The controls are ${controls.map(({id, slug}) => `${id} ${slug}`).join(', ')}.`,
		next: await advice(word, names, ''),
		exitCode: exitCodes.usage,
	});
}

async function advice(word: string, candidates: readonly string[], lead: string): Promise<string> {
	const near = await suggest(word, candidates);
	return near === null
		? '`mixpanel-harden guide --help` shows what can be written.'
		: `Did you mean \`mixpanel-harden guide ${lead}${near}\`?`;
}
