// SiteRendering
