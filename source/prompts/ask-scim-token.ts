import {Secret} from '../types/secret.ts';
import {type ConnectQuestions, isBreakingOff} from './connect-questions.ts';
import {back} from './or-back.ts';

/** A token, back without one, or broken off. */
export type AskedToken =
	| {readonly kind: 'given'; readonly token: Secret}
	| {readonly kind: 'back'}
	| {readonly kind: 'cancelled'};

const introduction = [
	'',
	'The SCIM token is a second key, and optional (plan Enterprise, Settings → Org → Access Security → SCIM).',
	'With it one more call is made: GET /api/app/scim/v2/Users. It shows whether SCIM answers, and for how many users.',
	'It goes to that route alone, is kept in memory until you leave, and is written down nowhere.',
	'',
];

/** Ask for a SCIM token, saying first what it adds. Nothing of it is shown while it is typed, not even dots. */
export async function askScimToken({
	say,
	questions,
}: {
	readonly say: (line: string) => void;
	readonly questions: Pick<ConnectQuestions, 'secret'>;
}): Promise<AskedToken> {
	introduction.forEach(say);
	try {
		const typed = await questions.secret(
			'SCIM token (nothing shows while you type or paste):',
			value => /^\S+$/.test(value.trim()) || 'Paste the token, or go back.',
		);
		return typed === back ? {kind: 'back'} : {kind: 'given', token: new Secret(typed.trim())};
	} catch (error) {
		if (isBreakingOff(error)) {
			return {kind: 'cancelled'};
		}

		throw error;
	}
}
