import {type Journey, tell} from './journey.ts';

/** Ask which words the rows have to hold; none shows all. False when broken off. */
export async function askFilter(journey: Journey): Promise<boolean> {
	const words = await journey.asker.ask('Only rows that hold (Enter for all):');
	if (words === null) {
		return false;
	}

	tell(
		journey,
		{type: 'command', command: 'filter'},
		{type: 'edit', edit: {kind: 'clear'}},
		{type: 'edit', edit: {kind: 'insert', text: words}},
		{type: 'command', command: 'accept'},
	);
	return true;
}
