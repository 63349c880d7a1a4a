import type {SimulationApp} from '../simulation.ts';

/** Answers a path without its final slash by 301 to the one with it, whatever the method (mixpanel-api §1.2). */
export function redirectToSlash(app: SimulationApp, path: string): void {
	app.all(path, context => {
		const {pathname, search} = new URL(context.req.url);
		return context.redirect(`${pathname}/${search}`, 301);
	});
}
