import {type AskedToken, askScimToken} from '../../prompts/ask-scim-token.ts';
import {keepOut} from '../../terminal/redact.ts';
import type {Invocation} from '../invocation.ts';
import {broken, questionsFor} from './ask-connection.ts';

/** Ask for a SCIM token with prompts, in a terminal. It is kept out of every report of a problem. */
export async function askToken(invocation: Invocation): Promise<AskedToken> {
	const {stdout} = invocation.io;
	const asked = await askScimToken({
		say: line => void stdout.write(`${broken(line, stdout.columns)}\n`),
		questions: await questionsFor(invocation),
	});
	if (asked.kind === 'given') {
		keepOut(asked.token);
	}

	return asked;
}
