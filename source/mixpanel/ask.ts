import {makeSafe} from '../terminal/make-safe.ts';
import type {Evidence, Read, ReadFailure} from '../types/facts.ts';
import type {Grade} from '../types/verdict.ts';
import type {Client, GetOptions} from './client.ts';
import type {Decoded} from './decode/decoded.ts';
import {formatInstant} from './decode/instant.ts';
import {readPages} from './read-pages.ts';
import {getOrganizationRoute, type Tried} from './route.ts';

/** Graphemes kept of a reason: those of a client's message, and what the question takes. */
const longestReason = 700;

/** One question to the API: where it is put, how well the route is known, and how its answer is understood. */
export type Question<Value> = {
	/** `organization` = the prefix has to be found first (mixpanel-api §1.1); the path then starts at `/organizations/`. */
	readonly family: 'app' | 'organization';
	/** Path with the query, if any. */
	readonly path: string;
	readonly timeout: 'normal' | 'slow';
	readonly grade: Grade;
	/** What it takes where it is refused, as words after “It takes”; null where nothing certain can be said. */
	readonly needs: string | null;
	readonly decode: (value: unknown) => Decoded<Value>;
};

export type Asked<Value> = {
	readonly read: Read<Value>;
	/** The credential was refused: the run is over. */
	readonly unauthorized: boolean;
};

/**
Put a question and decode the answer. Every failure comes back as the read's outcome; 401 counts as `denied`
and is marked besides.
@throws {MixpanelError} only with code `cancelled`
*/
export async function ask<Value>(
	client: Client,
	question: Question<Value>,
	context: {readonly now: () => Date} & Pick<GetOptions, 'signal' | 'untilAnswered'>,
): Promise<Asked<Value>> {
	const options: GetOptions = {
		timeout: question.timeout,
		untilAnswered: context.untilAnswered ?? false,
		...(context.signal === undefined ? {} : {signal: context.signal}),
	};
	const {answer, path, tried} = await locate(client, question, options);
	const observedAt = formatInstant(context.now());
	const evidence = (last: Evidence['outcome']): readonly Evidence[] =>
		tried.map(place => ({
			...evidenceOf(question, place.path, observedAt),
			outcome: place.path === path ? last : outcomeOf(place),
		}));
	const failed = (outcome: ReadFailure, reason: string): Asked<Value> => ({
		read: {outcome, reason: makeSafe(reason, longestReason), evidence: evidence(outcome)},
		unauthorized: false,
	});

	switch (answer.kind) {
		case 'unauthorized': {
			return {...failed('denied', answer.error.reason), unauthorized: true};
		}

		case 'failed': {
			return failed(answer.failure, withNeeds(question, answer.failure, answer.error.reason));
		}

		case 'ok': {
			const pages = await readPages(client, path, answer.value, options);
			if (pages.kind === 'failed') {
				const {failure, reason, unauthorized} = pages;
				return {
					...failed(failure, unauthorized ? reason : withNeeds(question, failure, reason)),
					unauthorized,
				};
			}

			const result = question.decode(pages.value);
			return result.ok
				? {read: {outcome: 'ok', value: result.value, evidence: evidence('ok')}, unauthorized: false}
				: failed('unreadable', `GET ${withoutQuery(path)}: could not be read reliably: ${result.reason}.`);
		}
	}
}

/** A refusal with what would have been permitted: the answer itself rarely says. */
function withNeeds({needs}: Pick<Question<unknown>, 'needs'>, failure: ReadFailure, reason: string): string {
	return failure === 'denied' && needs !== null ? `${reason.replace(/\.$/, '')}. It takes ${needs}.` : reason;
}

/** The read of a question that was never put, because the run had to end. */
export function notAsked<Value>(question: Question<Value>, now: Date): Read<Value> {
	const path = question.path;
	return {
		outcome: 'denied',
		reason: makeSafe('Not asked: Mixpanel refused the service account during this run.'),
		evidence: [{...evidenceOf(question, path, formatInstant(now)), outcome: 'skipped'}],
	};
}

async function locate<Value>(
	client: Client,
	question: Question<Value>,
	options: GetOptions,
): Promise<Tried & {readonly tried: readonly Tried[]}> {
	if (question.family === 'organization') {
		return getOrganizationRoute(client, question.path, options);
	}

	const place = {path: question.path, answer: await client.get(question.path, options)};
	return {...place, tried: [place]};
}

function evidenceOf(
	question: Pick<Question<unknown>, 'grade'>,
	path: string,
	observedAt: string,
): Omit<Evidence, 'outcome'> {
	return {source: 'api', detail: `GET ${makeSafe(withoutQuery(path))}`, grade: question.grade, observedAt};
}

function outcomeOf({answer}: Tried): Evidence['outcome'] {
	switch (answer.kind) {
		case 'ok': {
			return 'ok';
		}

		case 'unauthorized': {
			return 'denied';
		}

		case 'failed': {
			return answer.failure;
		}
	}
}

function withoutQuery(path: string): string {
	return path.split('?', 1).join('');
}
