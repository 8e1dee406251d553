/** The routes by which a file comes in parts. */
import { partCount, uploadPartBytes } from '../../domain/imports/upload-in-parts.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Request, Route, Routes } from '../../lambda/route.ts';
import {
  abortUpload,
  arrivedParts,
  completeUpload,
  signParts,
  type UploadPartsPorts,
} from '../../work/imports/run/upload-parts.ts';
import { refuseOtherOptions } from '../odata/query-options.ts';
import { importAnswer } from './import-routes.ts';
import { completeUploadBody, signPartsBody } from './upload-bodies.ts';

const needs = 'ownUploads';

/** Every route of an upload in parts, by its key. */
export const uploadRoutes = (ports: UploadPartsPorts): Routes => ({
  'GET /v1.0/imports/{id}/uploadParts': { needs, answer: (request) => listParts(request, ports) },
  'POST /v1.0/imports/{id}/uploadParts': { needs, answer: (request) => signAddresses(request, ports) },
  'POST /v1.0/imports/{id}/completeUpload': completeRoute(ports),
  'POST /v1.0/imports/{id}/abortUpload': abortRoute(ports),
});

const askedBy = ({ path, principal }: Request) => ({ id: path.id ?? '', principal });

const listParts = async (request: Request, ports: UploadPartsPorts) => {
  refuseOtherOptions(request, []);
  const { upload, parts } = await arrivedParts(askedBy(request), ports);
  const value = parts.map(({ number, tag, size }) => ({ partNumber: number, eTag: tag, size }));
  return { status: 200, body: { partSize: uploadPartBytes, parts: partCount(upload.size), value } };
};

const signAddresses = async (request: Request, ports: UploadPartsPorts) => {
  refuseOtherOptions(request, []);
  const { partNumbers: numbers } = parseStrictly(signPartsBody, request.json());
  const signed = await signParts({ ...askedBy(request), numbers }, ports);
  const value = signed.map(({ number, ...address }) => ({ partNumber: number, method: 'PUT', ...address }));
  return { status: 200, body: { value } };
};

const completeRoute = (ports: UploadPartsPorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const { parts: sent } = parseStrictly(completeUploadBody, request.json());
    const parts = sent.map(({ partNumber, eTag }) => ({ number: partNumber, tag: quoted(eTag) }));
    const job = await completeUpload({ ...askedBy(request), parts }, ports);
    return { status: 202, ...(await importAnswer(request, job, ports)) };
  },
});

const abortRoute = (ports: UploadPartsPorts): Route => ({
  needs,
  answer: async (request) => {
    refuseOtherOptions(request, []);
    return { status: 202, ...(await importAnswer(request, await abortUpload(askedBy(request), ports), ports)) };
  },
});

const quoted = (tag: string): string => `"${tag.replaceAll('"', '')}"`;
