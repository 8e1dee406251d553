import { AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import {
  HttpApi as Api,
  ApiMapping,
  type CfnStage,
  type DomainName,
  type HttpMethod,
  HttpRoute,
  HttpRouteKey,
  HttpStage,
  LogGroupLogDestination,
} from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaAuthorizer, HttpLambdaResponseType } from 'aws-cdk-lib/aws-apigatewayv2-authorizers';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Metric, MetricOptions } from 'aws-cdk-lib/aws-cloudwatch';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Duration, Stack, Validations } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import type { Variable } from '../shared/lambda/environment.ts';
import { gatewayRoute } from '../shared/lambda/gateway-request.ts';
import { type Access, accessTo } from './parts/access.ts';
import type { NodeFunction } from './parts/node-function.ts';

/**
 * The way in over HTTP: one authorizer for every route. Each capability adds its own routes: the first of a function
 * costs the stack three resources, each further one a single one (README.md, Room).
 */
export class HttpApi extends Construct {
  /** Where it is, without a slash at the end: links begin with it. */
  readonly url: string;
  /** The address that API Gateway gave it. It answers there too, whatever else it answers at: old links stay good. */
  readonly gatewayUrl: string;
  readonly #api: Api;
  readonly #authorizer: HttpLambdaAuthorizer;
  readonly #stage: HttpStage;
  /** By route keys, in the names of CloudFormation. */
  readonly #throttles: Record<string, object> = {};
  readonly #integrations = new Map<NodeFunction<Variable>, HttpLambdaIntegration>();

  /** `url` is an address at a domain of the organisation's own. */
  constructor(scope: Construct, id: string, authorizer: NodeFunction<Variable>, url?: string) {
    super(scope, id);
    // Nothing is cached: a revoked token is dead at once. And no identity source: with one, the gateway itself would
    // turn away a request without a token, with a body that is not Graph's. So the authorizer lets everybody through
    // (`isAuthorized: true`), a stranger with a context that names nobody, and every function refuses such a caller.
    this.#authorizer = new HttpLambdaAuthorizer('Authorizer', authorizer.function, {
      responseTypes: [HttpLambdaResponseType.SIMPLE],
      resultsCacheTtl: Duration.seconds(0),
      identitySource: [],
    });
    this.#api = new Api(this, 'Api', { apiName: Stack.of(this).stackName, createDefaultStage: false });
    this.#stage = new HttpStage(this, 'Stage', {
      httpApi: this.#api,
      autoDeploy: true,
      throttle,
      accessLogSettings: {
        destination: new LogGroupLogDestination(
          new LogGroup(this, 'AccessLog', { retention: RetentionDays.ONE_MONTH }),
        ),
        format: AccessLogFormat.custom(JSON.stringify(accessLog)),
      },
    });
    (this.#stage.node.defaultChild as CfnStage).routeSettings = this.#throttles;
    this.gatewayUrl = this.#api.apiEndpoint;
    this.url = url ?? this.gatewayUrl;
  }

  /** Answers at a host of the organisation's own, too. */
  answerAt(domainName: DomainName): void {
    new ApiMapping(domainName, 'Mapping', { api: this.#api, domainName, stage: this.#stage });
  }

  /** A metric of API Gateway about all requests: `Count`, `4xx`, `5xx` or `Latency`. */
  metric(name: string, options: MetricOptions): Metric {
    return this.#api.metric(name, options);
  }

  /** May know where the API is. It takes no right: whoever asks shows a token, as everybody does. */
  allowAsking(): Access<'API_URL'> {
    return accessTo('API_URL', this.url, () => []);
  }

  /** Sends requests for a path to a function, with the principal that the authorizer found. */
  route(method: HttpMethod, path: string, target: NodeFunction<Variable>): void {
    this.#addRoute(method, path, target, { authorizer: this.#authorizer });
  }

  /**
   * Sends every request that no route is known for to a function, whoever asks: it can do no more than ask the API as they
   * could, so that nothing goes past the authorizer.
   */
  unmatchedRoute(target: NodeFunction<Variable>): void {
    const integration = this.#integrationOf(target);
    const route = new HttpRoute(this, '$default', { httpApi: this.#api, routeKey: HttpRouteKey.DEFAULT, integration });
    this.#throttles.$default = throttleOfGuesses;
    this.#stage.node.addDependency(route);
    Validations.of(route).acknowledge({
      id: 'AwsSolutions::AwsSolutions-APIG4',
      reason: 'For strangers on purpose: an address that nobody knows is refused in the same words whoever asks.',
    });
  }

  /**
   * Sends requests for a path to a function whoever asks: nobody is looked up, and the function sees a stranger. With
   * `guesses`, as many a second as guesses at secrets may come; with `files`, as browsers fetch files of a page.
   */
  openRoute(
    method: HttpMethod,
    path: string,
    target: NodeFunction<Variable>,
    options: { guesses?: true; files?: true } = {},
  ): void {
    for (const route of this.#addRoute(method, path, target, {})) {
      if (options.guesses || options.files) {
        const throttle = options.guesses ? throttleOfGuesses : throttleOfFiles;
        this.#throttles[`${method} ${gatewayRoute(path)}`] = throttle;
        // The stage is refused while there is no such route.
        this.#stage.node.addDependency(route);
      }
      Validations.of(route).acknowledge({
        id: 'AwsSolutions::AwsSolutions-APIG4',
        reason: 'For strangers on purpose: whoever signs in, fetches a token or reads the reference has no token yet.',
      });
    }
  }

  #addRoute(
    method: HttpMethod,
    path: string,
    target: NodeFunction<Variable>,
    access: { authorizer?: HttpLambdaAuthorizer },
  ): HttpRoute[] {
    const integration = this.#integrationOf(target);
    return this.#api.addRoutes({ path: gatewayRoute(path), methods: [method], integration, ...access });
  }

  /**
   * One for all routes of a function, with one permission: any route of this API, and of no other, may invoke it. One
   * for each route, as CDK makes them otherwise, would say nothing more, since routes are made here alone.
   */
  #integrationOf(target: NodeFunction<Variable>): HttpLambdaIntegration {
    const made = this.#integrations.get(target);
    if (made) return made;
    const integration = new HttpLambdaIntegration(target.node.id, target.function, { scopePermissionToRoute: false });
    this.#integrations.set(target, integration);
    // Links in answers begin with it, whatever name the request was sent to.
    target.function.addEnvironment('API_URL', this.url);
    return integration;
  }
}

/**
 * For the whole API. A request is two invocations, and one with a chosen password half a second of scrypt: 50 a second
 * keep below 100 of an account's 1,000 concurrent invocations, so that a flood of requests leaves imports alive. People
 * by the thousand come as a file.
 */
const throttle = { rateLimit: 50, burstLimit: 100 };

/**
 * For routes that take passwords and secrets from strangers, below that of all: at half a second of scrypt each and half
 * a second of waiting at most, 20 a second keep some 20 invocations busy. Requests without a route of their own are held
 * to the same: each may become another one, which is two invocations more.
 */
const throttleOfGuesses = { ThrottlingRateLimit: 20, ThrottlingBurstLimit: 40 };

/**
 * For files of a page: a browser fetches half a dozen at its first visit and keeps them until the next release. Of their
 * own, so that those who open the console take nothing from the requests of all others.
 */
const throttleOfFiles = { ThrottlingRateLimit: 50, ThrottlingBurstLimit: 200 };

/** The route and never the path, which may name a person; no query, header or body. */
const accessLog = {
  requestId: '$context.requestId',
  time: '$context.requestTime',
  sourceIp: '$context.identity.sourceIp',
  route: '$context.routeKey',
  status: '$context.status',
  milliseconds: '$context.responseLatency',
  bytes: '$context.responseLength',
};
