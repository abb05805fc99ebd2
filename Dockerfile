# docs/operations.md says how to run it.
FROM node:24-slim AS build
WORKDIR /srv/criterion
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The image has a Node; the one that comes with the packages is for machines that have an old one.
RUN npm run build && npm prune --omit=dev && rm -r node_modules/node-linux-*

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATABASE_PATH=/data/criterion.db
WORKDIR /srv/criterion
COPY --from=build /srv/criterion ./
# A volume takes its owner from the folder that it lies over.
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
HEALTHCHECK --start-period=60s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "bin/serve.ts"]
