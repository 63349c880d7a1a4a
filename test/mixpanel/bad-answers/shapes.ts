import {type BodyWay, changeAt, type Shape, textOf} from './bodies.ts';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** A case of a list by itself: what becomes of the rows. */
function listOf(
	name: string,
	change: (rows: Rows) => unknown,
	more: Partial<Pick<BodyWay, 'becomes' | 'verdicts' | 'holds'>> = {},
): BodyWay {
	return {
		name,
		body: good => textOf(changeAt(JSON.parse(good), ['results'], rows => change(Object(rows)))),
		becomes: 'read',
		...more,
	};
}

const refused = {becomes: 'unreadable'} as const;

/** Two ids that are one number to the language. */
const huge = {holds: ['"9007199254740993"', '"9007199254740992"']};

function hugeIds(rows: Rows): unknown {
	return rows.map((row, index) => ({
		...row,
		id: index === 0 ? '<2^53+1>' : index === 1 ? '<2^53>' : row['id'],
	}));
}

/** The first row with other fields; `undefined` leaves a field out. */
function first(fields: Readonly<Record<string, unknown>>): (rows: Rows) => unknown {
	return rows => rows.map((row, index) => (index === 0 ? {...row, ...fields} : row));
}

function byId(rows: Rows): unknown {
	return Object.fromEntries(rows.map(row => [String(row['id']), row]));
}

const propertyFields = {
	name: 'text',
	resourceType: 'text',
	sensitive: 'flag',
	hidden: 'flag',
	dropped: 'flag',
} as const;
const everyProject = [
	'service-account-role',
	'service-account-project-scope',
	'service-account-classified-access',
	'pii-classified',
	'data-views-restrict',
	'default-view-restricted',
];

/** The first project alone is struck, so what is not said there leaves the rules over each project `partial`. */
function open(...rules: readonly string[]): {
	readonly verdicts: Readonly<Record<string, string>>;
	readonly holds: readonly string[];
} {
	return {verdicts: Object.fromEntries(rules.map(rule => [rule, 'unknown partial'])), holds: []};
}

/** What each answer is made of, and the cases that belong to it alone. */
export const shapes: readonly Shape[] = [
	{
		endpoint: 'me',
		at: ['results', 'organizations'],
		form: 'map',
		fields: {id: 'id', name: 'text', role: 'role'},
		needs: [],
		own: [
			listOf('an unknown role of the key, where other answers tell it', me => keyOf(me, 'superuser'), {
				holds: ['"other"'],
			}),
			listOf('no role of the key, where other answers tell it', me => keyOf(me, null), {
				holds: ['"role":null'],
			}),
			listOf('a low role of the key', me => keyOf(me, 'no role'), open(...everyProject)),
			listOf(
				'an id under another one',
				me => changeAt(me, ['organizations', '7654321', 'id'], () => 7),
				refused,
			),
			listOf('a key that is a path', me => ({...me, organizations: {'../1': {name: 'x'}}}), refused),
			listOf(
				'an id beyond 2^53',
				me => ({...me, organizations: {'7654321': {}, '9007199254740993': {id: '<2^53+1>'}}}),
				{
					holds: ['"9007199254740993"'],
				},
			),
			listOf('neither organizations nor projects', () => ({}), refused),
		],
	},
	{
		endpoint: 'me',
		at: ['results', 'projects'],
		form: 'map',
		fields: {id: 'id', name: 'text', organization_id: 'id'},
		needs: [],
		own: [
			listOf('an id under another one', me => changeAt(me, ['projects', '1', 'id'], () => 7), refused),
			listOf('a key that is a path', me => ({...me, projects: {'../1': {name: 'x'}}}), refused),
			listOf(
				'a project of an organization that is the same number to the language',
				me => ({
					...me,
					organizations: {7654321: {role: 'admin'}, '9007199254740993': {role: 'admin'}},
					projects: {
						1: {name: 'Shop', organization_id: 7654321},
						2: {name: 'Blog', organization_id: 7654321},
						3: {organization_id: '<2^53>'},
					},
				}),
				{holds: ['"9007199254740992"']},
			),
			{
				name: 'no project at all',
				body: () => '{"results":{"organizations":{"7654321":{"role":"admin"}},"projects":[]}}',
				becomes: 'read',
				holds: [],
				verdicts: Object.fromEntries(everyProject.map(rule => [rule, 'unknown not_found'])),
			},
		],
	},
	{
		endpoint: 'users',
		at: ['results'],
		form: 'list',
		fields: {id: 'id', email: 'text', name: 'text', role: 'role', invited: 'flag'},
		needs: ['email', 'role'],
		nullable: ['role'],
		contradiction: {name: 'Somebody else'},
		own: [
			listOf('ids beyond 2^53', hugeIds, huge),
			listOf('a role nobody knows', first({role: 'superuser'}), refused),
			listOf('a role whose name is withheld', first({role: {name: null}}), refused),
			listOf('two roles', first({org_role: 'member'}), refused),
			listOf('an e-mail that is none', first({email: 'ana'}), refused),
			listOf('an e-mail twice', rows => [...rows, {...rows[0], id: 99}], refused),
			listOf('no owner', rows => rows.slice(2), refused),
			listOf('nobody', () => [], refused),
			listOf('rows as a map', byId),
			listOf('rows as a map, under another id', rows => ({9: rows[0]}), refused),
			...['has_more', 'next'].map(
				(key): BodyWay => ({
					name: `rows as a map, and ${key} beside it`,
					body: good => textOf({...changedToMap(good), [key]: key === 'next' ? '/page/2' : true}),
					becomes: 'unreadable',
				}),
			),
			{
				name: 'rows as a map, and a total beyond them beside it',
				body: good => textOf({...changedToMap(good), total: 40}),
				becomes: 'unreadable',
			},
			{
				name: 'rows as a map, and their total beside it',
				body: good => textOf({...changedToMap(good), total: 3, has_more: false, next: null}),
				becomes: 'read',
			},
			{
				name: 'rows under a word, and more beside it',
				body: good => textOf({results: {users: JSON.parse(good).results}, has_more: true}),
				becomes: 'unreadable',
			},
			{
				name: 'rows under a word, and a total beyond them beside it',
				body: good => textOf({results: {users: JSON.parse(good).results}, total: 40}),
				becomes: 'unreadable',
			},
			{
				name: 'rows under a word, and their total beside it',
				body: good => textOf({results: {users: JSON.parse(good).results}, total: 3}),
				becomes: 'read',
			},
			{name: 'rows without an envelope', body: good => textOf(JSON.parse(good).results), becomes: 'read'},
		],
	},
	{
		endpoint: 'teams',
		at: ['results'],
		form: 'list',
		fields: {id: 'id', name: 'text', member_count: 'count'},
		needs: ['id', 'name'],
		contradiction: {name: 'Others'},
		own: [
			listOf('ids beyond 2^53', rows => hugeIds([...rows, {id: 2, name: 'b', member_count: 1}]), huge),
			listOf('no team, which is an answer', () => [], {holds: ['[]'], verdicts: {'teams-in-use': 'fail'}}),
		],
	},
	{
		endpoint: 'two-factor',
		at: ['results'],
		form: 'object',
		fields: {},
		needs: [],
		own: [
			...[{}, {is_two_factor_required: 'true'}, {is_two_factor_required: 1}, {a: true, b: false}].map(value =>
				listOf(`${JSON.stringify(value)}, in which nothing speaks of it`, () => value, {
					holds: ['"candidates":[]'],
					verdicts: {'organization-two-factor': 'manual ambiguous'},
				}),
			),
			listOf('two switches', () => ({two_factor_required: true, two_factor_enabled: false}), {
				holds: ['two_factor_enabled'],
				verdicts: {'organization-two-factor': 'manual ambiguous'},
			}),
			listOf('a switch inside a list', () => [{two_factor_required: true}], refused),
		],
	},
	{
		endpoint: 'service-accounts',
		at: ['results'],
		form: 'list',
		fields: {
			id: 'id',
			username: 'text',
			last_used: 'date',
			expires: 'date',
			created: 'date',
			org_role: 'role',
		},
		needs: ['id', 'username', 'last_used', 'expires', 'created'],
		nullable: ['last_used', 'expires'],
		contradiction: {expires: null},
		own: [
			listOf('ids beyond 2^53', hugeIds, huge),
			listOf('a role nobody knows', first({org_role: 'superuser'}), {
				holds: ['"other"'],
				verdicts: {'privileged-service-accounts': 'manual unconfirmed'},
			}),
			listOf('two roles', first({role: 'owner'}), {
				holds: ['"organizationRole":null'],
				verdicts: {'privileged-service-accounts': 'manual unconfirmed'},
			}),
			listOf('no role', first({org_role: null}), {
				holds: ['"organizationRole":null'],
				verdicts: {'privileged-service-accounts': 'manual unconfirmed'},
			}),
			listOf('no account, not even the one in use', () => [], refused),
			listOf('not the account in use', rows => rows.slice(0, 1), {
				holds: [],
				verdicts: {'wizard-key': 'unknown unreadable'},
			}),
		],
	},
	{
		endpoint: 'grants',
		at: ['results'],
		form: 'list',
		fields: {id: 'id', username: 'text', role: 'role', hasSensitiveAccess: 'flag', target_type: 'text'},
		needs: ['id', 'username'],
		contradiction: {username: 'other.mp-service-account'},
		own: [
			listOf('ids beyond 2^53', hugeIds, huge),
			listOf('a role nobody knows, which is one of your own making', first({role: 'superuser'}), {
				holds: ['"custom"'],
			}),
			listOf('no role', first({role: null}), open('service-account-role')),
			listOf('a role without letters', first({role: ' '}), open('service-account-role')),
			listOf('a role whose name is withheld', first({role: {name: null}}), open('service-account-role')),
			listOf(
				'no word on classified data',
				first({hasSensitiveAccess: null}),
				open('service-account-classified-access'),
			),
			listOf('a grant through something else', first({target_type: 'galaxy'}), {
				holds: ['"grantedThrough":null'],
			}),
		],
	},
	...(['event-properties', 'user-properties'] as const).map(
		(endpoint): Shape => ({
			endpoint,
			at: ['results'],
			form: 'list',
			fields: propertyFields,
			needs: ['name', 'resourceType'],
			contradiction: {sensitive: null},
			own: [
				listOf(
					'the other kind',
					first({resourceType: endpoint === 'event-properties' ? 'User' : 'Event'}),
					refused,
				),
				listOf(
					'the kind in small letters',
					first({resourceType: endpoint === 'event-properties' ? 'event' : 'user'}),
					refused,
				),
				listOf(
					'no word on a name of personal data',
					first({name: '$email', sensitive: null}),
					open('pii-classified'),
				),
			],
		}),
	),
	{
		endpoint: 'data-views',
		at: ['results'],
		form: 'list',
		fields: {
			id: 'id',
			name: 'text',
			project_id: 'id',
			is_global: 'flag',
			is_default: 'flag',
			is_visible: 'flag',
			has_all_org_members: 'flag',
			data_filters: 'filters',
		},
		needs: ['id', 'name'],
		contradiction: {name: 'Other'},
		own: [
			listOf('ids beyond 2^53', hugeIds, {holds: ['"1:9007199254740993"', '"1:9007199254740992"']}),
			listOf('a view of another project', first({project_id: 2}), refused),
			listOf(
				'no view, though every project has one',
				() => [],
				open('data-views-restrict', 'default-view-restricted'),
			),
			listOf('two defaults', first({is_default: true}), open('default-view-restricted')),
			listOf('no word on which is the whole', first({is_global: null}), open('data-views-restrict')),
			listOf(
				'no word on who may join',
				rows => rows.map(row => ({...row, is_visible: null})),
				open('data-views-restrict'),
			),
			listOf(
				'no word on filters',
				rows => rows.map(({data_filters: _left, ...row}) => row),
				open('default-view-restricted'),
			),
		],
	},
	{
		endpoint: 'scim',
		at: [],
		form: 'object',
		fields: {},
		needs: ['schemas'],
		own: ['totalResults', 'Resources', 'schemas']
			.flatMap(key => ['1', true, {}].map(value => ({[key]: value})))
			.concat([{totalResults: -1}, {totalResults: 1.5}, {schemas: []}, {schemas: [5]}])
			.map(fields => ({
				name: JSON.stringify(fields),
				body: good => textOf({...JSON.parse(good), ...fields}),
				becomes: 'unreadable',
			})),
	},
	{
		endpoint: 'property',
		at: ['results'],
		form: 'object',
		fields: {id: 'id', name: 'text', resourceType: 'text', sensitive: 'flag'},
		needs: ['name', 'resourceType'],
		own: [
			listOf('another property', row => ({...row, name: '$phone'}), refused),
			listOf('the other kind', row => ({...row, resourceType: 'Event'}), refused),
			listOf('no row stored, so not classified', row => ({...row, id: 0, sensitive: null})),
			listOf('no word on it', row => ({...row, sensitive: null}), {holds: ['"sensitive":null']}),
		],
	},
];

function keyOf(me: Rows, role: string | null): unknown {
	return changeAt(me, ['organizations', '7654321', 'role'], () => role);
}

function changedToMap(good: string): Readonly<Record<string, unknown>> {
	return Object(changeAt(JSON.parse(good), ['results'], rows => byId(Object(rows))));
}
