import {watchJob} from '../terminal/job-control.ts';

type KeyPress = readonly [text: string | undefined, key: {readonly name: string; readonly sequence: string}];

/** Keys that change nothing in the end; at each the library draws the question anew. */
const pressesOf: {readonly [Kind in 'line' | 'list']: readonly KeyPress[]} = {
	line: [
		[' ', {name: 'space', sequence: ' '}],
		[undefined, {name: 'backspace', sequence: '\u007F'}],
	],
	list: [
		[undefined, {name: 'down', sequence: '\u001B[B'}],
		[undefined, {name: 'up', sequence: '\u001B[A'}],
	],
};

type Streams = {
	readonly input: NodeJS.ReadableStream & {readonly setRawMode?: (raw: boolean) => unknown};
	readonly output: NodeJS.WritableStream;
};

const showCursor = '\u001B[?25h';

/**
Ask a question of Inquirer's that can be put aside with Ctrl-Z and comes back with what was typed. By itself the
library reads no more keys afterwards, so that the program would end, and draws nothing; where no shell waits it
would leave the terminal in the wrong mode.
*/
export async function acrossStops<Answer>(
	kind: keyof typeof pressesOf,
	{input, output}: Streams,
	ask: () => Promise<Answer>,
): Promise<Answer> {
	let isAsked = true;
	const goOn = (): void => {
		if (!isAsked) {
			return;
		}

		// The shell has set it its own way, which is not noticed here.
		input.setRawMode?.(false);
		input.setRawMode?.(true);
		input.resume();
		for (const press of pressesOf[kind]) {
			input.emit('keypress', ...press);
		}
	};
	const job = watchJob(process, {
		onStop() {
			output.write(showCursor);
			void job.stop().then(wasStopped => {
				if (wasStopped) {
					goOn();
				} else {
					// The library waits for it before it takes keys again.
					process.kill(process.pid, 'SIGCONT');
				}
			});
		},
		// After the library, which hears of it later.
		onContinued: () => void setImmediate(goOn),
	});
	try {
		return await ask();
	} finally {
		isAsked = false;
		job.close();
	}
}
