import type {Asker} from '../../../source/prompts/plain/asker.ts';

/** An asker whose person answers from a list; `said` holds all that was said and asked, in order. */
export type ScriptedAsker = Asker & {
	readonly said: () => readonly string[];
	/** The answers nobody asked for. */
	readonly left: () => readonly (string | null)[];
};

/** Fails when more is asked than there are answers, so that nothing waits for ever. */
export function scriptedAsker(
	answers: readonly (string | null)[],
	size = {columns: 80, rows: 24},
): ScriptedAsker {
	const said: string[] = [];
	const left = [...answers];
	return {
		say: lines => void said.push(...lines),
		async ask(question) {
			said.push(question);
			const answer = left.shift();
			if (answer === undefined) {
				throw new Error(`Nobody answers: ${question}`);
			}

			return answer;
		},
		untilEnter: async () => 'enter',
		size: () => size,
		said: () => said,
		left: () => left,
	};
}
