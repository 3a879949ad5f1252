// Swagger UI takes its settings from a script, and inline ones are not allowed here.
window.SwaggerUIBundle({
  url: '/api/openapi.json',
  dom_id: '#swagger-ui',
  validatorUrl: null,
  defaultModelsExpandDepth: -1,
});
