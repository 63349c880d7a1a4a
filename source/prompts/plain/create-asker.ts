import {handOverInput} from '../../terminal/hand-over-input.ts';
import {askByLine} from './ask-by-line.ts';
import {askWithInquirer} from './ask-with-inquirer.ts';
import type {Asker, AskerStreams} from './asker.ts';

/** What a terminal of unknown size is taken for. */
const usual = {columns: 80, rows: 24};

/**
An asker for this terminal. One that knows no cursor (`isDumb`) is asked line by line: Inquirer draws each question
anew at every key, with sequences such a terminal would show as signs.
*/
export function createAsker(streams: AskerStreams, isDumb: boolean): Asker {
	const {stdout} = streams;
	const question = isDumb ? askByLine : askWithInquirer;
	return {
		say: lines => void stdout.write(lines.map(line => `${line}\n`).join('')),
		ask: async words => (streams.signal.aborted ? null : ((await question(words, streams))?.trim() ?? null)),
		untilEnter: signal => untilEnter(streams, signal),
		size: () => ({columns: stdout.columns || usual.columns, rows: stdout.rows || usual.rows}),
	};
}

function untilEnter(streams: AskerStreams, signal: AbortSignal): Promise<'enter' | 'over' | null> {
	const {stdin} = streams;
	return new Promise(resolve => {
		const settle = (how: 'enter' | 'over' | null): void => {
			stdin.off('data', onData);
			stdin.off('end', onEnd);
			signal.removeEventListener('abort', onOver);
			streams.signal.removeEventListener('abort', onEnd);
			stdin.pause();
			resolve(how);
		};

		const onData = (typed: Buffer | string): void => {
			if (/[\r\n]/.test(typed.toString())) {
				settle('enter');
			}
		};

		const onEnd = (): void => settle(null);
		const onOver = (): void => settle('over');
		signal.addEventListener('abort', onOver);
		streams.signal.addEventListener('abort', onEnd);
		stdin.on('data', onData);
		stdin.on('end', onEnd);
		handOverInput(stdin);
		if (streams.signal.aborted) {
			onEnd();
		} else if (signal.aborted) {
			onOver();
		}
	});
}
