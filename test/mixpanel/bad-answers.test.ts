import assert from 'node:assert/strict';
import {createServer} from 'node:http';
import {type TestContext, test} from 'node:test';
import {isDeepStrictEqual} from 'node:util';
import {hardenedAnswers, openAnswers} from '../support/answered-facts.ts';
import {type BodyWay, bodyWaysOf} from './bad-answers/bodies.ts';
import {
	type Endpoint,
	endpoints,
	factOf,
	type Outcome,
	perProject,
	type Strike,
	serveCells,
} from './bad-answers/organization.ts';
import {shapes} from './bad-answers/shapes.ts';
import {changedByRefusal, differences, heldBy, verdictsOn, withoutFact} from './bad-answers/verdicts.ts';
import {type Becomes, silentWays, type Way, waysOf} from './bad-answers/ways.ts';

const organizations = {hardened: hardenedAnswers, open: openAnswers} as const;

type Kind = keyof typeof organizations;

/** One endpoint that answers badly, and what is expected of it. */
type Blow = Strike &
	Pick<BodyWay, 'verdicts' | 'holds'> & {
		readonly name: string;
		readonly becomes: Becomes;
		/** Requests to each place that is struck; null when they are not counted. */
		readonly requests: number | null;
	};

/** The routes whose prefix is not known, which are asked for in two places. */
const inTwoPlaces: readonly Endpoint[] = ['users', 'teams', 'two-factor'];

/** Ways that stand for all others where more is looked at: each endpoint by itself, or faults that were seen elsewhere. */
const byThemselves = ['401', '403', '404', 'a web page', '500', 'a redirect that changes the final slash'];

function blowOf(endpoint: Endpoint, way: Way, projects: readonly string[] = ['1', '2']): Blow {
	const isElsewhere = way.isElsewhere === true && inTwoPlaces.includes(endpoint);
	return {
		endpoint,
		projects,
		answer: way.answer,
		name: way.name,
		// A SCIM token that is refused ends nothing, since it is another key.
		becomes: way.becomes === 'refused' && endpoint === 'scim' ? 'denied' : way.becomes,
		requests: way.becomes === 'refused' ? null : way.requests * (isElsewhere ? 2 : 1),
	};
}

/** What came of the question that was struck. */
function foundIn({endpoint, projects}: Blow, {facts, property, unauthorized}: Outcome): string {
	if (unauthorized && endpoint !== 'scim') {
		return 'refused';
	}

	const fact = factOf[endpoint];
	const read = fact === null ? property : facts[fact];
	const outcomes =
		read?.outcome === 'ok' && Array.isArray(read.value) && perProject.includes(endpoint)
			? read.value.flatMap(({project, read: inner}) => (projects.includes(project.id) ? [inner.outcome] : []))
			: [read?.outcome ?? 'absent'];
	return [...new Set(outcomes)].map(outcome => (outcome === 'ok' ? 'read' : outcome)).join(', ');
}

/** Whether what was read is what was sent: the values of before, or those that are told. */
function isAsSent({endpoint, holds}: Blow, base: Outcome, {facts, property}: Outcome): boolean {
	const fact = factOf[endpoint];
	const [was, is] = fact === null ? [base.property, property] : [base.facts[fact], facts[fact]];
	const [before, after] = [was, is].map(read => (read === undefined ? null : heldBy(read)));
	const text = JSON.stringify(after);
	return holds === undefined ? isDeepStrictEqual(before, after) : holds.every(part => text.includes(part));
}

/** Everything that is not as it should be after these blows, in words. */
function faultsOf(blows: readonly Blow[], kind: Kind, base: Outcome, outcome: Outcome): readonly string[] {
	const before = verdictsOn(base.facts);
	const after = verdictsOn(outcome.facts);
	let expected = before;
	const faults: string[] = [];
	for (const blow of blows) {
		const {endpoint, projects, becomes, requests, verdicts = {}} = blow;
		const fact = factOf[endpoint];
		const isEach = perProject.includes(endpoint);
		const say = (fault: string) =>
			void faults.push(`${endpoint} [${projects}] ${kind}, ${blow.name}: ${fault}`);
		const found = foundIn(blow, outcome);
		if (found !== becomes) {
			say(`${found}, not ${becomes}`);
		}

		const got = (outcome.requests.get(endpoint) ?? 0) / (isEach ? projects.length : 1);
		if (requests !== null && got !== requests) {
			say(`${got} requests, not ${requests}`);
		}

		if (becomes === 'read') {
			expected = {...expected, ...(kind === 'hardened' ? verdicts : {})};
			if (!isAsSent(blow, base, outcome)) {
				say('other values than were sent');
			}
		} else if (becomes === 'refused') {
			changedByRefusal(before, after, fact).forEach(say);
		} else {
			expected = withoutFact(expected, fact, becomes, isEach && projects.length === 1);
		}
	}

	const isOver = blows.some(({becomes}) => becomes === 'refused');
	const names = blows.map(({endpoint, name}) => `${endpoint}, ${name}`).join('; ');
	return isOver
		? faults
		: [...faults, ...differences(expected, after).map(fault => `${kind}, ${names}: ${fault}`)];
}

/** Strikes the two organizations, one run of the program for each set of blows. */
async function arena(
	t: TestContext,
): Promise<(sets: readonly Blow[][], kinds: readonly Kind[], patience?: number) => Promise<string[]>> {
	const run = await serveCells(t);
	const strike = async (kind: Kind, strikes: readonly Strike[], patience = 30_000): Promise<Outcome> =>
		run({answers: organizations[kind], strikes, patience});
	const bases = {hardened: await strike('hardened', []), open: await strike('open', [])};
	for (const {facts} of Object.values(bases)) {
		assert.deepEqual([...new Set(Object.values(facts).map(({outcome}) => outcome))], ['ok']);
		assert.equal(Object.keys(facts).length, 9);
	}

	const [hardened, open] = [verdictsOn(bases.hardened.facts), verdictsOn(bases.open.facts)];
	assert.equal(Object.keys(hardened).filter(id => hardened[id] === 'pass' && open[id] === 'fail').length, 14);
	return async (sets, kinds, patience) => {
		const queue = kinds.flatMap(kind => sets.map(blows => ({kind, blows}))).values();
		const faults: string[] = [];
		const work = async (): Promise<void> => {
			for (const {kind, blows} of queue) {
				faults.push(...faultsOf(blows, kind, bases[kind], await strike(kind, blows, patience)));
			}
		};

		await Promise.all(
			// Those that wait for an end of silence wait side by side.
			Array.from({length: patience === undefined ? 6 : 30}, work),
		);
		return faults;
	};
}

test('every endpoint, answered badly in every way', async t => {
	const heard: string[] = [];
	const elsewhere = createServer(({url = ''}, response) => {
		heard.push(url);
		response.end('{}');
	});
	await new Promise<void>(resolve => elsewhere.listen(0, '127.0.0.1', resolve));
	t.after(() => elsewhere.close());
	const address = elsewhere.address();
	assert.ok(address !== null && typeof address === 'object');
	const ways = waysOf(`http://127.0.0.1:${address.port}`);
	const strike = await arena(t);
	const chosen = ways.filter(({name}) => byThemselves.includes(name));
	assert.equal(chosen.length, byThemselves.length);
	const others = endpoints.filter(endpoint => endpoint !== 'me');
	const everywhere = (way: Way) => others.map(endpoint => blowOf(endpoint, way));
	const inSecond = (way: Way) => perProject.map(endpoint => blowOf(endpoint, way, ['2']));

	await t.test('all of them at once', async () => {
		assert.deepEqual(await strike(ways.map(everywhere), ['hardened']), []);
		const harmless = ways.filter(({becomes}) => becomes === 'read');
		assert.deepEqual(await strike(harmless.map(everywhere), ['open']), []);
	});

	await t.test('who the key is', async () => {
		assert.deepEqual(
			await strike(
				ways.map(way => [blowOf('me', way)]),
				['hardened'],
			),
			[],
		);
	});

	await t.test('what is asked of each project, in one of two', async () => {
		assert.deepEqual(await strike(ways.map(inSecond), ['hardened']), []);
		assert.deepEqual(await strike(chosen.map(inSecond), ['open']), []);
	});

	await t.test('each by itself, with the rules of all others as they were', async () => {
		const sets = endpoints.flatMap(endpoint => chosen.map(way => [blowOf(endpoint, way)]));
		assert.deepEqual(await strike(sets, ['hardened']), []);
	});

	await t.test('without an end', async () => {
		const sets = silentWays.flatMap(way => endpoints.map(endpoint => [blowOf(endpoint, way)]));
		assert.deepEqual(await strike(sets, ['hardened'], 2500), []);
	});

	assert.deepEqual(heard, [], 'no request leaves for another server');
});

test('every endpoint, with something wrong in its answer', async t => {
	const strike = await arena(t);
	const blowsOf = (endpoint: Endpoint): readonly Blow[] =>
		shapes
			.filter(shape => shape.endpoint === endpoint)
			.flatMap(bodyWaysOf)
			.map(way => ({
				...way,
				endpoint,
				projects: perProject.includes(endpoint) ? ['1'] : ['1', '2'],
				requests: null,
				answer: ({request, response, body}) => void response.end(way.body(body, request.url ?? '')),
			}));

	/** One run strikes several endpoints, each in its next way: what they have to do with each other is tested above. */
	const inTurn = (several: readonly (readonly Blow[])[]): Blow[][] =>
		Array.from({length: Math.max(...several.map(blows => blows.length))}, (_, turn) =>
			several.flatMap(blows => blows[turn] ?? []),
		);

	assert.deepEqual([...new Set(shapes.map(({endpoint}) => endpoint))].toSorted(), [...endpoints].toSorted());
	await t.test('who the key is', async () => {
		assert.deepEqual(await strike(inTurn([blowsOf('me')]), ['hardened']), []);
	});

	await t.test('everything else', async () => {
		const others = endpoints.filter(endpoint => endpoint !== 'me' && endpoint !== 'user-properties');
		assert.deepEqual(await strike(inTurn(others.map(blowsOf)), ['hardened']), []);
		assert.deepEqual(await strike(inTurn([blowsOf('user-properties')]), ['hardened']), []);
	});
});
