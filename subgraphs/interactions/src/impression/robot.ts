// Those that say so: what pretends to be a browser is no robot to us. Source of the words: how crawlers name themselves
// (developers.google.com/search/docs/crawling-indexing/google-common-crawlers and their like) and HTTP libraries do.
const ROBOT =
  /(?<!cu)bot\b|crawl|spider|slurp|scrap|preview|facebookexternalhit|headless|phantomjs|lighthouse|monitor|curl\/|wget\/|python-requests|httpx\/|go-http-client|okhttp-probe|java\/|libwww/i;

/** Whether whoever asks says that they are no person; who says nothing is taken for one. */
export const isRobot = (userAgent: string | undefined): boolean => userAgent !== undefined && ROBOT.test(userAgent);
