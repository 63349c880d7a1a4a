import {HTTPException} from 'hono/http-exception';
import * as z from 'zod/mini';
import {projectOf} from '../authenticate.ts';
import type {StoredProject, StoredProperty} from '../organization.ts';
import {sendPage} from '../page.ts';
import {readBody} from '../read-body.ts';
import {type AddRoutes, type Simulation, type SimulationContext, sendResults} from '../simulation.ts';

const patchSchema = z.strictObject({
	name: z.string(),
	resourceType: z.optional(z.string()),
	// Read by nobody, as the API does: the property is then taken for one of events.
	resource_type: z.optional(z.unknown()),
	displayName: z.optional(z.string()),
	description: z.optional(z.string()),
	hidden: z.optional(z.boolean()),
	dropped: z.optional(z.boolean()),
	sensitive: z.optional(z.boolean()),
});

const parameters = new Set([
	'resourceType',
	'resource_type',
	'name',
	'name[]',
	'includeCustom',
	'includeZeroCounts',
	'includeEvents',
	'includeDensity',
	'page_size',
	'cursor',
]);

const mounts = ['/api/app/projects/:project', '/api/app/workspaces/:workspace'];
const spellings = ['/data-definitions/properties', '/data-definitions/properties/'];

/** Property definitions of a project: listed, one by name, changed by name (mixpanel-api §9.1). */
export const addProperties: AddRoutes = (app, simulation) => {
	for (const path of mounts.flatMap(mount => spellings.map(spelling => mount + spelling))) {
		app.get(path, context => list(context, simulation));
		app.patch(path, async context => patch(context, simulation));
	}
};

function list(context: SimulationContext, simulation: Simulation): Response {
	const {properties} = mountedProject(context, simulation);
	const query = context.req.queries();
	if (Object.keys(query).some(key => !parameters.has(key))) {
		throw new HTTPException(400, {message: 'Unexpected query parameter'});
	}

	const [asked] = query['resourceType'] ?? [];
	const resourceType = asked === undefined ? null : resourceTypeOf(asked);
	const [name] = query['name'] ?? [];
	if (name !== undefined) {
		const found = findProperty(properties, name, resourceType ?? 'Event');
		const answer = found ?? emptyProperty('0', name, resourceType ?? 'Event');
		return sendResults(context, simulation, 'properties', row(answer));
	}

	const names = query['name[]'];
	const rows = properties
		.filter(property => resourceType === null || property.resourceType === resourceType)
		.filter(property => names === undefined || names.includes(property.name));
	return sendPage(context, simulation, 'properties', rows.map(row));
}

async function patch(context: SimulationContext, simulation: Simulation): Promise<Response> {
	const {properties} = mountedProject(context, simulation);
	const {name, resourceType: asked, resource_type: _ignored, ...flags} = await readBody(context, patchSchema);
	const resourceType = resourceTypeOf(asked ?? 'Event');
	if (flags.dropped === true && resourceType === 'User') {
		throw new HTTPException(400, {message: 'Only event properties can be dropped'});
	}

	if (flags.sensitive !== undefined && simulation.organization.plan === 'free') {
		throw new HTTPException(403, {message: 'Data classification is not included in your plan'});
	}

	if (simulation.dialects.propertyWrite === 'ignored') {
		const found = findProperty(properties, name, resourceType);
		const answered = {...(found ?? emptyProperty('0', name, resourceType))};
		return sendResults(context, simulation, 'properties', row(Object.assign(answered, flags)));
	}

	let property = findProperty(properties, name, resourceType);
	if (property === undefined) {
		const highest = properties.reduce((top, {id}) => (BigInt(id) > top ? BigInt(id) : top), 0n);
		property = emptyProperty(String(highest + 1n), name, resourceType);
		properties.push(property);
	}

	Object.assign(property, flags);
	return sendResults(context, simulation, 'properties', row(property));
}

function mountedProject(context: SimulationContext, {organization}: Simulation): StoredProject {
	const workspace = context.req.param('workspace');
	return workspace === undefined
		? projectOf(context, organization)
		: projectOf(
				context,
				organization,
				organization.projects.find(({views}) => views.some(({id}) => id === workspace))?.id ?? 'none',
			);
}

function resourceTypeOf(text: string): StoredProperty['resourceType'] {
	if (text !== 'Event' && text !== 'User') {
		throw new HTTPException(400, {message: 'resourceType must be one of Event, User'});
	}

	return text;
}

function findProperty(
	properties: readonly StoredProperty[],
	name: string,
	resourceType: StoredProperty['resourceType'],
): StoredProperty | undefined {
	return properties.find(property => property.name === name && property.resourceType === resourceType);
}

function emptyProperty(
	id: string,
	name: string,
	resourceType: StoredProperty['resourceType'],
): StoredProperty {
	const flags = {hidden: false, dropped: false, sensitive: false};
	return {id, name, resourceType, displayName: '', description: '', ...flags};
}

function row(property: StoredProperty): Readonly<Record<string, unknown>> {
	const {id, ...rest} = property;
	return {id: BigInt(id), ...rest, exampleValue: '', type: 'string', merged: false, dataGroupId: null};
}
