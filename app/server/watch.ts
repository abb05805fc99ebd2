/** What the server notes of its own running, in memory: for the metrics and for the administrators' page of health. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { newCounter, newHistogram } from './metrics.ts';

/** So many of the latest are kept. */
const kept = 20;
/** From here on a request is slow, in milliseconds. */
export const slowFrom = 500;

export interface SeenRequest {
  /** What its log line, its header and its error page call it. */
  readonly id: string;
  readonly method: string;
  /** As the site map writes it. */
  readonly route: string;
  readonly status: number;
  readonly ms: number;
}

export interface SlowRequest extends SeenRequest {
  /** When it had been answered, in milliseconds since 1970. */
  readonly at: number;
}

export interface Failure {
  readonly id: string;
  readonly method: string;
  readonly route: string;
  readonly at: number;
  /** What failed, without where: one line that carries nothing of what people wrote. */
  readonly what: string;
}

/** Seconds; a page takes one or two thousandths, a file of a large class some seconds. */
const durations = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Returns notes that begin now. */
export function newWatch(now: () => number = Date.now) {
  const slow: SlowRequest[] = [];
  const failures: Failure[] = [];
  const requests = newCounter('criterion_requests_total', 'Requests answered, by method, route and status.', ['method', 'route', 'status']);
  const took = newHistogram('criterion_request_seconds', 'Time from request to answer, by route.', ['route'], durations);
  const acknowledged = newCounter('criterion_answers_acknowledged_total', 'Answers of learners that were kept and told to be.', []);
  const shed = newCounter('criterion_shed_total', 'Pages that were put off with a 503 because too many were waiting.', []);
  const failed = newCounter('criterion_failures_total', 'Requests that failed by our fault.', []);
  const lag = monitorEventLoopDelay({ resolution: 10 });
  lag.enable();
  const keep = <T>(list: T[], one: T) => {
    list.unshift(one);
    list.length = Math.min(list.length, kept);
  };
  return {
    since: now(),
    requests,
    acknowledged,
    shed,
    failed,
    /** What the metrics count of requests. */
    series: [requests, took, acknowledged, shed, failed],
    /** Notes a request that has been answered. */
    answered(seen: SeenRequest): void {
      requests.add({ method: seen.method, route: seen.route, status: String(seen.status) });
      took.observe({ route: seen.route }, seen.ms / 1000);
      if (seen.ms >= slowFrom) keep(slow, { ...seen, at: now() });
    },
    failure(failure: Omit<Failure, 'at'>): void {
      failed.add({});
      keep(failures, { ...failure, at: now() });
    },
    /** The latest slow requests, newest first. */
    slow: (): readonly SlowRequest[] => slow.slice(),
    /** The latest failures, newest first. */
    failures: (): readonly Failure[] => failures.slice(),
    /** How late the event loop was at what it had planned since the start, in milliseconds beyond the ten it waits by itself. */
    lag: () => ({
      p50: Math.max(0, lag.percentile(50) / 1e6 - 10),
      p99: Math.max(0, lag.percentile(99) / 1e6 - 10),
      max: Math.max(0, lag.max / 1e6 - 10),
    }),
  };
}

export type Watch = ReturnType<typeof newWatch>;
