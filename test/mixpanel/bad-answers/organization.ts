import {createServer, type IncomingMessage, type ServerResponse} from 'node:http';
import type {TestContext} from 'node:test';
import {setImmediate} from 'node:timers/promises';
import {ask} from '../../../source/mixpanel/ask.ts';
import {type BaseUrl, parseBaseUrl} from '../../../source/mixpanel/base-url.ts';
import {createClient} from '../../../source/mixpanel/client.ts';
import {collectFacts} from '../../../source/mixpanel/collect-facts.ts';
import {readIdentity} from '../../../source/mixpanel/discover.ts';
import {propertyQuestion} from '../../../source/mixpanel/facts/property-question.ts';
import {readScimUsers} from '../../../source/mixpanel/read-scim-users.ts';
import type {Image} from '../../../source/types/change.ts';
import type {FactName, Facts, Read} from '../../../source/types/facts.ts';
import {Secret} from '../../../source/types/secret.ts';
import {
	type Answers,
	type Endpoint as Asked,
	endpoints as asked,
	factOf as askedFact,
	ownUsername,
} from '../../support/answered-facts.ts';
import {now} from '../../support/facts-builders.ts';

/** Everything the program asks Mixpanel, beside what it asks with the service account's reads. */
export const endpoints = [...asked, 'scim', 'property'] as const;

export type Endpoint = (typeof endpoints)[number];

/** The fact that each answer ends in; the one property that a fix reads is no fact. */
export const factOf: {readonly [Name in Endpoint]: FactName | null} = {
	...askedFact,
	scim: 'scimUsers',
	property: null,
};

export const perProject: readonly Endpoint[] = [
	'grants',
	'event-properties',
	'user-properties',
	'data-views',
];

/** One request of a cell, and what would have been answered. */
export type Exchange = {
	readonly request: IncomingMessage;
	readonly response: ServerResponse;
	readonly body: string;
	/** The URL is the one asked for, and not the same with or without a final slash. */
	readonly isFirst: boolean;
};

/** An endpoint that answers in its own way. */
export type Strike = {
	readonly endpoint: Endpoint;
	/** Of an endpoint that is asked once for each project: those that answer so. */
	readonly projects: readonly string[];
	readonly answer: (exchange: Exchange) => void;
};

/** An organization of two projects, with what is wrong in it. */
export type Cell = {
	readonly answers: Answers;
	readonly strikes: readonly Strike[];
	/** Milliseconds after which no answer is one. */
	readonly patience: number;
};

/** What the program makes of a cell. */
export type Outcome = {
	/** Those of the service account are absent where the key itself was refused at the first call. */
	readonly facts: Facts;
	readonly property: Read<Image>;
	readonly unauthorized: boolean;
	/** Requests each struck endpoint got, repeats and second places included. */
	readonly requests: ReadonlyMap<Endpoint, number>;
};

const places: readonly (readonly [Endpoint, RegExp])[] = [
	['me', /^\/api\/app\/me$/],
	['users', /^(?:\/api\/app)?\/organizations\/7654321\/users\/$/],
	['teams', /^(?:\/api\/app)?\/organizations\/7654321\/teams$/],
	['two-factor', /^(?:\/api\/app)?\/organizations\/7654321\/twofactor$/],
	['service-accounts', /^\/api\/app\/organizations\/7654321\/service-accounts$/],
	['grants', /^\/api\/app\/projects\/(\d)\/service-accounts$/],
	['event-properties', /^\/api\/app\/projects\/(\d)\/data-definitions\/properties\/\?resourceType=Event$/],
	['user-properties', /^\/api\/app\/projects\/(\d)\/data-definitions\/properties\/\?resourceType=User$/],
	['data-views', /^\/api\/app\/projects\/(\d)\/workspaces$/],
	['scim', /^\/api\/app\/scim\/v2\/Users$/],
	['property', /^\/api\/app\/projects\/(\d)\/data-definitions\/properties\?name=%24email&resourceType=User$/],
];

/** An answer with the query of a further page is taken for one to the same question. */
function placeOf(url: string): {readonly endpoint: Endpoint; readonly project: string} | null {
	const first = url.replace(/[?&](?:page_size=\d+&)?cursor=.*$/, '');
	for (const [endpoint, pattern] of places) {
		const match = pattern.exec(first);
		if (match !== null) {
			return {endpoint, project: match[1] ?? ''};
		}
	}

	return null;
}

function withSlashChanged(url: string): string {
	const [path = '', query] = url.split('?');
	const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
	return query === undefined ? other : `${other}?${query}`;
}

const scim = JSON.stringify({
	schemas: ['urn:ietf:params:scim:api:messages:2.0:ListResponse'],
	totalResults: 1,
	Resources: [{id: '501', userName: 'ana@acme.example', active: true}],
});

const property = JSON.stringify({
	status: 'ok',
	results: {id: 5, name: '$email', resourceType: 'User', sensitive: false},
});

/** What an endpoint of the first or the second project answers when nothing is wrong. */
export function goodBody(answers: Answers, endpoint: Endpoint, project: string): string {
	if (endpoint === 'scim' || endpoint === 'property') {
		return endpoint === 'scim' ? scim : property;
	}

	if (endpoint === 'me') {
		const blog = '"2":{"name":"Blog","organization_id":7654321},';
		return answers.me.replace('"projects":{', `"projects":{${blog}`);
	}

	return project === '2' ? inSecond(answers, endpoint) : answers[endpoint];
}

/** The second project is one in which no fault is to be found. */
function inSecond(answers: Answers, endpoint: Asked): string {
	switch (endpoint) {
		case 'grants': {
			return answers.grants.replace(/\[.*?\},/, '[');
		}

		case 'event-properties':
		case 'user-properties': {
			const resourceType = endpoint === 'user-properties' ? 'User' : 'Event';
			return JSON.stringify({results: [{name: '$email', resourceType, sensitive: true}]});
		}

		case 'data-views': {
			const view = {project_id: 2, is_visible: false, has_all_org_members: false, data_filters: {x: 1}};
			return JSON.stringify({
				results: [
					{...view, id: 1, name: 'All Project Data', is_global: true, is_default: false},
					{...view, id: 2, name: 'EU', is_global: false, is_default: true},
				],
			});
		}

		default: {
			return answers[endpoint];
		}
	}
}

/** A real server for any number of cells at once, told apart by the version that the client names. */
export async function serveCells(t: TestContext): Promise<(cell: Cell) => Promise<Outcome>> {
	const cells = new Map<string, {readonly cell: Cell; readonly requests: Map<Endpoint, number>}>();
	const server = createServer((request, response) => {
		const open = cells.get(request.headers['user-agent'] ?? '');
		const url = request.url ?? '';
		const direct = placeOf(url);
		const place = direct ?? placeOf(withSlashChanged(url));
		if (open === undefined || place === null) {
			response.writeHead(404).end();
			return;
		}

		const {cell, requests} = open;
		const {endpoint, project} = place;
		const body = goodBody(cell.answers, endpoint, project);
		const strike = cell.strikes.find(
			each => each.endpoint === endpoint && (project === '' || each.projects.includes(project)),
		);
		if (strike === undefined) {
			response.writeHead(200, {'content-type': 'application/json'}).end(body);
		} else {
			requests.set(endpoint, (requests.get(endpoint) ?? 0) + 1);
			strike.answer({request, response, body, isFirst: direct !== null});
		}
	});
	await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
	t.after(() => {
		server.closeAllConnections();
		server.close();
	});
	const address = server.address();
	if (address === null || typeof address === 'string') {
		throw new TypeError('The server has no port');
	}

	const baseUrl = parseBaseUrl(`http://127.0.0.1:${address.port}`);
	return async cell => {
		const version = String(cells.size);
		const open = {cell, requests: new Map<Endpoint, number>()};
		cells.set(`mixpanel-harden/${version}`, open);
		return {...(await readAll(baseUrl, version, cell.patience)), requests: open.requests};
	};
}

/** Read everything there is to read, as the program does. */
async function readAll(
	baseUrl: BaseUrl,
	version: string,
	patience: number,
): Promise<Omit<Outcome, 'requests'>> {
	const options = {
		baseUrl,
		version,
		signal: new AbortController().signal,
		limits: {request: patience, slowRequest: patience},
		pause: async () => setImmediate(),
		now: () => now,
	};
	const client = createClient({...options, serviceAccount: ownUsername, secret: new Secret('practice')});
	const identity = await readIdentity(client, options.now);
	const {read: property, unauthorized} = await ask(
		client,
		propertyQuestion({projectId: '1', resourceType: 'User', rawName: '$email'}),
		{now: options.now},
	);
	const scimUsers = await readScimUsers(new Secret('practice-token'), options);
	if (identity.unauthorized) {
		return {facts: {scimUsers}, property, unauthorized: true};
	}

	const collection = await collectFacts(client, {
		organizationId: '7654321',
		identity,
		serviceAccountName: ownUsername,
		signal: options.signal,
		now: options.now,
	});
	return {
		facts: {...collection.facts, scimUsers},
		property,
		unauthorized: unauthorized || collection.unauthorized,
	};
}
