import {HTTPException} from 'hono/http-exception';
import * as z from 'zod/mini';
import type {SettingName, SettingObject} from '../organization.ts';
import {readBody} from '../read-body.ts';
import {type AddRoutes, type Simulation, sendResults} from '../simulation.ts';

const bodySchema = z.record(z.string(), z.unknown());

const paths: readonly {readonly name: SettingName; readonly read: string; readonly write: string}[] = [
	{name: 'two-factor', read: '/twofactor', write: '/twofactor/update'},
	{
		name: 'access-requests',
		read: '/org-request-access-settings',
		write: '/org-request-access-settings/update',
	},
	{name: 'sessions', read: '/org-session-settings', write: '/org-session-settings/update'},
	{name: 'ai', read: '/spark-settings', write: '/update-spark-settings'},
];

/** The organization's settings objects: read bare, written bare, answered with something wider (mixpanel-api §6). */
export const addSettings: AddRoutes = (app, simulation) => {
	const {organization} = simulation;
	for (const {name, read, write} of paths) {
		app.get(read, context => sendResults(context, simulation, name, organization.settings[name]));
		app.post(write, async context => {
			const body = await readBody(context, bodySchema);
			const current = organization.settings[name];
			refuseForeignKeys(body, current);
			organization.settings[name] = afterWrite(name, body, current, simulation);
			return sendResults(context, simulation, name, {
				id: BigInt(organization.id),
				name: organization.name,
				settings_updated: true,
			});
		});
	}
};

function refuseForeignKeys(body: SettingObject, current: SettingObject): void {
	const foreign = Object.keys(body).filter(key => !Object.hasOwn(current, key));
	if (foreign.length > 0 || Object.keys(body).length === 0) {
		throw new HTTPException(400, {message: `Unexpected properties: ${foreign.join(', ') || 'empty body'}`});
	}
}

function afterWrite(
	name: SettingName,
	body: SettingObject,
	current: SettingObject,
	{dialects}: Simulation,
): SettingObject {
	if (name !== 'two-factor') {
		return {...current, ...body};
	}

	switch (dialects.twoFactorWrite) {
		case 'saves':
			return {...current, ...body};
		case 'ignored':
			return current;
		case 'second-key':
			return {...current, ...body, grace_period_days: 0};
		case 'password':
			throw new HTTPException(403, {message: 'Password confirmation required'});
	}
}
