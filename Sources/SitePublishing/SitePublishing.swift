// SitePublishing
