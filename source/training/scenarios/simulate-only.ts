import {large} from './large.ts';
import type {Scenario} from './scenario.ts';
import {startup} from './startup.ts';

/** Scenarios that only `simulate` serves and no list shows, made when one is asked for: the large ones are slow to make. */
export const simulateOnly: Readonly<Record<string, () => Scenario>> = {
	large: () => large('large', 500),
	'large-tenth': () => large('large-tenth', 50),
	'rough-day': () => ({
		...startup,
		name: 'rough-day',
		summary: 'The company of startup on a day when the API is in trouble',
		description:
			'It limits, fails now and then, is slow, and answers some questions with a page or with nothing: there to see that a check says what it does not know.',
		faults: ['rate-limit:7', 'server-error:11', 'slow:200', 'html@teams', 'empty@two-factor'],
	}),
};
