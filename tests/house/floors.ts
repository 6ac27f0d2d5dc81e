/**
 * The floors of each room, the ground first: a file stands on the floor of the longest name that it begins with, and
 * imports from its own floor and from those below. A new folder is put where what it stands on is below it.
 */
export const FLOORS: Record<string, readonly string[]> = {
  core: [
    'core/design',
    'core/request',
    'core/place',
    'core/flow',
    'core/match',
    'core/queue',
    'core/contract',
    'core/design',
    'core/say',
    'core/embed',
    'core/walk',
    'core/check/said',
    'core/check/base',
    'core/check/shapes',
    'core/check/flows',
    'core/check/conditions',
    'core/check/tables',
    'core/check/place',
    'core/check/words',
    'core/check/trials',
    'core/check',
  ],
  widget: [
    'widget/styles',
    'widget/net',
    'widget/press',
    'widget/words',
    'widget/state',
    'widget/parts',
    'widget/help',
    'widget/match',
    'widget/talk',
    'widget/contact',
    'widget/steps',
    'widget/save',
    'widget/back',
    'widget/request',
    'widget/result',
    'widget/own',
    'widget/frame',
    'widget',
  ],
  desk: [
    'desk/press',
    'desk/net',
    'desk/state',
    'desk/words',
    'desk/parts',
    'desk/callbacks/state',
    'desk/callbacks/queue',
    'desk/callbacks/request',
    'desk/callbacks/archive',
    'desk/callbacks',
    'desk/statistics',
    'desk/shell',
    'desk',
  ],
  server: [
    'server/clock.ts',
    'server/repository.ts',
    'server/refusal.ts',
    'server/network/address.ts',
    'server/config.ts',
    'server/seal',
    'server/events/wake.ts',
    'server/store/column-kinds.ts',
    'server/store/rows',
    'server/store/tables.ts',
    'server/store/migrations',
    'server/store/engines',
    'server/store',
    'server/network',
    'server/promise',
    'server/identity/credentials',
    'server/identity',
    'server/place',
    'server/statistics',
    'server/events',
    'server/callbacks',
    'server/content/reading',
    'server/content/publishing',
    'server/guard',
    'server/content/serving',
    'server/pages',
    'server/start',
    'server/jobs',
    'server/parts.ts',
    'server/routes',
    'server/installation.ts',
    'server',
  ],
}

/** Arrows that may run up, each with its reason. */
export const MAY_RUN_UP: readonly { from: string; to: string; why: string }[] = [
  {
    from: 'widget/frame/screens.ts',
    to: 'widget/later.ts',
    why: 'the chunk of later screens is fetched while the room runs: the frame does not stand on it',
  },
  {
    from: 'widget/save/own-row.tsx',
    to: 'widget/own/own.tsx',
    why: 'a chunk of its own, fetched when the row is opened: nothing of taking away stands on it',
  },
]

/** Work that stands beside other work in a room, and never leans on it. */
export const WINGS: readonly string[] = ['desk/callbacks', 'desk/statistics', 'desk/studio', 'desk/admin']

/** What only some may import, and who may. */
export const DOORS: readonly { of: RegExp; open: RegExp; why: string }[] = [
  {
    of: /^server\/callbacks\//,
    open: /^server\/(callbacks|routes|jobs|commands)\/|^server\/(parts|app)\.ts$/,
    why: 'only routes, jobs and commands start an act',
  },
  {
    of: /^server\/connectors\//,
    open: /^server\/connectors\/|^server\/(parts|app|main)\.ts$/,
    why: 'an outside system is named where the parts are put together, and nowhere else',
  },
  {
    of: /^server\/store\/raw\.ts$/,
    open: /^server\/store\//,
    why: 'SQL is written in one room',
  },
  {
    of: /^desk\/shell\//,
    open: /^desk\/(shell\/|app\.tsx$|main\.tsx$)/,
    why: 'a wing is given its frame, it does not know the shell',
  },
]
