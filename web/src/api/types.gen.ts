/* Generated from openapi.json by `npm run types`. */
export interface paths {
    "/api/best-for": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The most for one party within everybody's limits */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["BestForAnswer"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The case to draw with */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkbenchCase"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/case-by-units": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The case with its territory unit by unit */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["WorkbenchCase"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The cases beside this one */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["CaseFolders"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/changes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was changed here */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Changes"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is wrong with the case */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Check"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/check-text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What would be wrong with the case if a file were so */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["CheckText"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Check"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Packages side by side */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Compare"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The two answers */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Deals"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a draft leaves, while it is being built */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftLeft"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/drafts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Keep a draft */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["KeepDraft"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Saved"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/edit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make changes together or not at all; If-Match holds the hash that was seen */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Edits"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Saved"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/examples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Packages as different as the zone allows */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Examples"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of the case */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Files"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/files/{path}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A file's text */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FileText"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        /** Write a file's text; If-Match holds the hash that was seen */
        put: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    path: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["PutText"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Saved"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forms": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The JSON Schemas of the files of a case */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": Record<string, never>;
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/fund": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who pays and gets how much when */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["FundFlows"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/gives": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who can move what */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Gives"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/improve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What is better than a package for one principal and worse for none */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Improve"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Start a question that may take long */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["JobAsked"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Job"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** End it */
        delete: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": unknown;
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far it is, as server-sent events: progress, then done, failed or cancelled */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["JobProgress"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the record says */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Ledger"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/map": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What the draft makes of the territory, with the shapes of its units */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["MapWithShapes"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/new": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a case and open it */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["NewCase"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Offers and drafts on record */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Offer"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/open": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Open a case */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["OpenCase"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Where a reader begins */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Overview"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/picture": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Frontier, principles and examples to draw */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Picture"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a step of each limit would change */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Prices"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/process": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which steps can be taken next */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Process"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a report is read as */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["ReadText"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Read"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write what a person accepts of it; If-Match holds the hash that was seen */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["AcceptReadings"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Saved"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/readings/document": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a document is read as; the body is its bytes: plain text, HTML or PDF */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["ReadDocument"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/redo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make it again */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Saved"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/relax": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a draft leaves with members of a conflict left aside */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["DraftLeft"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/remaining": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What remains of every choice, with numbers of packages */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Remaining"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/robust": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which conclusions survive what nobody knows, and what to find out next */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Robust"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is open */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Session"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Which sheets there are */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Sheets"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sheets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Make a sheet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["SheetAsk"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SheetPage"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The case in outline */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Show"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A source's text, where it is at hand, and what is quoted from it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["SourceText"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take the last change back */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": unknown;
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Saved"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/why": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Which limits cannot hold together, and what opens the space */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: {
                content: {
                    "application/json": components["schemas"]["Ask"];
                };
            };
            responses: {
                /** @description The answer */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Why"];
                    };
                };
                /** @description Why there is none */
                default: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": components["schemas"]["Problem"];
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What a person accepts of what was proposed. */
        AcceptReadings: {
            /** @description What is accepted. */
            accepted: components["schemas"]["Accepted"][];
            /** @description Who accepts. */
            coder?: string | null;
            /** @description What kind of source it is, a word of the format: `newspaper-report`, …; `other` unless said otherwise. */
            kind?: string | null;
            /** @description What the list of changes shall call it. */
            label?: string | null;
            /** @description The text, as it was read. */
            text: string;
            /** @description Its title. */
            title?: string | null;
        };
        /** @description Who accepts a choice. */
        Acceptance: {
            /** @description Who accepts it, and in which positions. */
            accepted_by: {
                [key: string]: string[];
            };
            /** @description Who rejects it, and in which positions. */
            rejected_by: {
                [key: string]: string[];
            };
            /** @description Whose consent some package with it may need, and who has not accepted it. */
            wanting: string[];
        };
        /** @description A proposal that is accepted, or other words of the text that a person makes a statement of. */
        Accepted: {
            /** @description The statement as the person changed it; absent: as it is proposed. */
            changed?: components["schemas"]["ChangedStatement"] | null;
            /**
             * Format: uint
             * @description One past their last.
             */
            end: number;
            /** @description The same in the coder's words. */
            paraphrase?: string | null;
            /** @description Whose words, where several speakers are proposed for the same; else, and where it is absent, the first. */
            speaker?: string | null;
            /**
             * Format: uint
             * @description Where its words begin, in Unicode scalar values of the text.
             */
            start: number;
        };
        /** @description How far coders agree on a variable. */
        Agreement: {
            /**
             * Format: uint
             * @description Of these, read alike by all.
             */
            alike: number;
            /** @description Krippendorff's alpha. */
            alpha: components["schemas"]["Coefficient"];
            /** @description Who coded it. */
            coders: string[];
            /** @description Where they differ: statement and, by coder, what each wrote. */
            disagreements: [
                string,
                {
                    [key: string]: string;
                }
            ][];
            /** @description Cohen's kappa, for a nominal variable and exactly two coders. */
            kappa: components["schemas"]["Coefficient"] | null;
            /** @description `nominal`, `ordinal` or `interval`. */
            level: string;
            /**
             * Format: uint
             * @description Statements with two readings or more.
             */
            statements: number;
        };
        /** @description Reductions of bottom lines in points; none can be made smaller alone. */
        Amounts: {
            /** @description Whether these are all. */
            complete: boolean;
            /** @description Per reduction, points by party, each party's own. */
            least: {
                [key: string]: number;
            }[];
        };
        /** @description What is asked of the open case; everything may be left out. */
        Ask: {
            /**
             * @description Whether every limit binds.
             * @default false
             */
            all_limits: boolean;
            /**
             * @description Consents other than the case's: `always`, `never` or a condition.
             * @default {}
             */
            consent: {
                [key: string]: string;
            };
            /**
             * @description What is fixed: choice by issue.
             * @default {}
             */
            draft: {
                [key: string]: string;
            };
            /**
             * Format: uint64
             * @description How many draws.
             * @default null
             */
            draws: number | null;
            /**
             * @description Members of conflicts that are left aside: ids of limits, `bottom-line:PARTY`, `fixed:ISSUE`,
             *     `brackets:ISSUE`.
             * @default []
             */
            drop: string[];
            /**
             * @description The sets of estimates that give second answers; none unless named.
             * @default []
             */
            estimates: string[];
            /**
             * Format: uint
             * @description How many examples.
             * @default null
             */
            examples: number | null;
            /**
             * @description Whether it is wanted what excludes each choice that a draft leaves out: one minimal set.
             * @default false
             */
            excluded_by: boolean;
            /**
             * @description Whether a frontier is wanted.
             * @default false
             */
            frontier: boolean;
            /**
             * @description Limits switched on or off against their firmness, by id.
             * @default {}
             */
            limits: {
                [key: string]: boolean;
            };
            /**
             * @description Issues left open within brackets: by issue, the choices it is held to. A package with another choice is none of the question;
             *     `compare`, `improve` and the map look at packages whatever the draft.
             * @default {}
             */
            open: {
                [key: string]: string[];
            };
            /**
             * @description The parties between whom frontier and principles are drawn.
             * @default []
             */
            over: string[];
            /**
             * @description A whole package, where the question is about one.
             * @default null
             */
            package: {
                [key: string]: string;
            } | null;
            /**
             * @description Several whole packages, where they are compared.
             * @default []
             */
            packages: {
                [key: string]: string;
            }[];
            /**
             * @description Two parties between whom a frontier is drawn.
             * @default []
             */
            pair: string[];
            /**
             * @description A party, where the question is about one.
             * @default null
             */
            party: string | null;
            /**
             * @description A preset of the fund.
             * @default null
             */
            preset: string | null;
            /**
             * @description Whether the least and the most that each party can still get is wanted.
             * @default false
             */
            reach: boolean;
            /**
             * Format: uint64
             * @description What they are drawn with.
             * @default null
             */
            seed: number | null;
            /**
             * @description The day after which changes count.
             * @default null
             */
            since: string | null;
            /**
             * Format: uint64
             * @description The most steps a search for a principle, a frontier or what a party can get may take, where an answer is wanted at once: what is not proved by then
             *     says what was reached and what no package exceeds, and packages are not counted. A step is the same on every machine.
             * @default null
             */
            steps: number | null;
            /** @description Which of several calls of one kind counts: a newer one ends an older. */
            stream?: components["schemas"]["Stream"] | null;
            /**
             * @description How negotiated territory is divided: by blocs, or unit by unit.
             * @default false
             */
            units: boolean;
            /** @description Numbers in place of a set's own. */
            what_if?: components["schemas"]["WhatIf"][];
            /**
             * @description Bottom lines that are left aside, by party.
             * @default []
             */
            without_bottom_lines: string[];
        };
        /** @description A model that was asked, and what became of its answers. Asked again it may answer otherwise. */
        AskedModel: {
            /** @description Those that do not. */
            dropped: components["schemas"]["DroppedProposals"][];
            /**
             * Format: uint
             * @description How many of its proposals hold against the text and the case; those that repeat the rules' or each other count.
             */
            held: number;
            /** @description The name it was asked for by. */
            name: string | null;
            /**
             * Format: uint
             * @description About how many pieces of the text.
             */
            pieces: number;
        };
        /** @description A utility vector that attains a principle's value. */
        Attained: {
            /** @description Under Nash, the principals who gain. */
            gaining: string[];
            /** @description The package with the least κ. */
            package: {
                [key: string]: string;
            };
            /** @description How many packages have the same points for the principals; null where that is not known. */
            packages: string | null;
            /** @description Where it leaves each party. */
            parties: {
                [key: string]: components["schemas"]["Share"];
            };
        };
        /** @description How far below the most a party could get. */
        BelowBest: {
            /** @description In its own points; negative where the package is worth more to it. */
            points: number;
            /** @description Whether that most is proved. */
            proved: boolean;
        };
        /** @description What is best for one party. */
        Best: {
            /** @description The packages, one per efficient utility vector. */
            answers: components["schemas"]["Attained"][];
            /** @description Whether all answers are listed. */
            complete: boolean;
            /** @description Which. */
            party: string;
            /** @description Whether no package gives it more. */
            proved: boolean;
        };
        /** @description What is most for one party within everybody's limits. */
        BestForAnswer: {
            /** @description Under each set of estimates that was named. */
            answers: components["schemas"]["BestForSet"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description `detente.best-for/1`. */
            schema: string;
        };
        /** @description What is most for one party under a set. */
        BestForSet: {
            /** @description Who assumes. */
            author: string;
            /** @description The packages; null where nobody was asked about. */
            best_for: components["schemas"]["Best"] | null;
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description Its id. */
            estimates: string;
            /** @description SHA-256 over the set. */
            hash: string;
        };
        /** @description The cases beside the one that is open. */
        CaseFolders: {
            /** @description The names of their folders. */
            folders: string[];
            /** @description `detente.cases/1`. */
            schema: string;
        };
        /** @description A change. */
        Change: {
            /** @description What was there, and what is. */
            diff: components["schemas"]["FileDiff"][];
            /** @description The files it touched. */
            files: string[];
            /** @description What it is called. */
            label: string;
            /**
             * Format: uint
             * @description Its number, from 1.
             */
            number: number;
            /** @description Whether it was taken back. */
            undone: boolean;
        };
        /** @description A change. */
        Change2: {
            /** @description `reported` by a source, the earlier date unknown, or `derived` from two dated positions or one that says what it replaces. */
            basis: string;
            /** @description `new`, `withdrawn`, `widened`, `narrowed`, `moved`, `firmer`, `softer`, `only wording`; none where a source does not say which way. */
            directions: string[];
            /** @description The earlier positions. */
            earlier: string[];
            /** @description The earlier position, in a source's words. */
            earlier_in_words: string | null;
            /** @description On which issue. */
            issue: string | null;
            /** @description The later positions. */
            later: string[];
            /** @description The day of the later one. */
            on: string | null;
            /** @description Whose. */
            party: string;
            /** @description How exact that day is. */
            precision: string | null;
        };
        /** @description A statement as a person wants it; all of it stands as said here. */
        ChangedStatement: {
            /** @description Outlets and documents they passed through. */
            chain: string[];
            /** @description The id of the party spoken for, of a speaker who is no person of the case. */
            party?: string | null;
            /** @description What it is read as. */
            read_as: components["schemas"]["StatementReadAs"][];
            /** @description When it was said, as a date. */
            said_on?: string | null;
            /** @description Who speaks: a person of the case by id or name, or a name in other words. */
            speaker: string;
            /** @description How the words came into the source, a word of the format: `direct`, `reported`, … */
            via: string;
        };
        /** @description What was changed here since the case was opened. */
        Changes: {
            /** @description The changes, oldest first. */
            changes: components["schemas"]["Change"][];
            /** @description `detente.changes/1`. */
            schema: string;
        };
        /** @description Everything that is wrong with a case, in order of place. */
        Check: {
            /** @description All of it. */
            diagnostics: components["schemas"]["Found"][];
            /**
             * Format: uint
             * @description How many errors there are.
             */
            errors: number;
            /**
             * Format: uint
             * @description Quotes found in the texts at hand.
             */
            quotes_found: number;
            /**
             * Format: uint
             * @description Quotes from texts that are not at hand.
             */
            quotes_text_not_held: number;
            /** @description `detente.check/1`. */
            schema: string;
            /**
             * Format: uint
             * @description Numbers without a reason.
             */
            unexplained_assumptions: number;
            /**
             * Format: uint
             * @description How many warnings.
             */
            warnings: number;
        };
        /** @description A text to check as if it were saved. */
        CheckText: {
            /** @description The file. */
            path: string;
            /** @description Its text. */
            text: string;
        };
        /** @description A choice. */
        Choice: {
            /** @description The amount, on a range. */
            amount: number | null;
            /** @description Its id. */
            id: string;
            /** @description Its title. */
            title: string;
        };
        /** @description Whether a choice is still possible. */
        ChoiceState: {
            /**
             * @description Where it is excluded and `excluded_by` was asked for: one minimal set that cannot hold together with it; empty where the rules
             *     alone exclude it.
             */
            excluded_by: string[] | null;
            /**
             * @description `possible`, `only-with-others` or `excluded`, all proved; `possible-with-some` where it was not decided which of the first
             *     two; `not-decided`.
             */
            state: string;
        };
        /** @description A clause. Words hold `{issue}` where the title of the issue's choice is filled in, `{part}` where the names of a lens's parts are. */
        Clause: {
            /** @description The issue or lens its words depend on; none where they always stand. */
            about: string | null;
            /** @description Its heading. */
            heading: string;
            /** @description Its id. */
            id: string;
            /** @description The words while nothing is settled, instead of all variants in brackets. */
            open: string | null;
            /** @description The words for every choice without words of its own. */
            text: string | null;
            /** @description The topics it treats, by id. */
            topics: string[];
            /** @description Words for some choices. */
            variants: components["schemas"]["Variant"][];
            /** @description The condition under which it stands at all, as written. */
            when: string | null;
        };
        /** @description A coefficient of agreement. */
        Coefficient: {
            /** @description The exact fraction. */
            exact: string | null;
            /** @description Rounded to thousandths. */
            rounded: number | null;
            /** @description Why there is none: `no pairs` or `no variation`. */
            undefined: string | null;
        };
        /** @description Packages side by side: first against the stated limits alone, then per set of estimates. Lists have an entry per package. */
        Compare: {
            /** @description What each set of estimates adds. */
            answers: components["schemas"]["CompareEstimated"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description The issues on which they differ. */
            differ_on: string[];
            /** @description Of a case with lenses: what each package makes of each. */
            lenses?: {
                [key: string]: components["schemas"]["Lens2"];
            }[];
            /** @description The packages, as they were named. */
            packages: {
                [key: string]: string;
            }[];
            /** @description `detente.compare/1`. */
            schema: string;
            /** @description Against the stated limits alone. */
            stated: components["schemas"]["CompareStated"];
        };
        /** @description Packages under a set of estimates, at the centres. */
        CompareEstimated: {
            /** @description Who assumes. */
            author: string;
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description Its id. */
            estimates: string;
            /** @description SHA-256 over the set. */
            hash: string;
            /** @description Whether each lies in the zone. */
            in_zone: boolean[];
            /** @description Per issue and party, the points each gives. */
            issues: {
                [key: string]: {
                    [key: string]: number[];
                };
            };
            /** @description What each does to the set's own limits. */
            limits: components["schemas"]["CompareLimit"][];
            /** @description Per party, the points of all linkages that hold in each. */
            linkages: {
                [key: string]: number[];
            };
            /** @description Per party, what each is worth to it. */
            parties: {
                [key: string]: components["schemas"]["Worth"][];
            };
        };
        /** @description A limit beside the packages. */
        CompareLimit: {
            /** @description `met`, `exceeded`, `would object` or `would object; consent not needed`. */
            effects: string[];
            /** @description Its id. */
            id: string;
            /** @description Whether it is in force in this run. */
            in_force: boolean;
            /** @description Whose. */
            party: string;
        };
        /** @description Packages against the stated limits alone. */
        CompareStated: {
            /** @description The rules each breaks. */
            broken_rules: string[][];
            /** @description Whether each meets all rules and every limit that binds. */
            in_zone: boolean[];
            /** @description What each does to every stated limit. */
            limits: components["schemas"]["CompareLimit"][];
        };
        /** @description Somebody else saved first; nothing was written. */
        Conflict: {
            /** @description `conflict`. */
            code: string;
            /** @description The file; none where the change was to several. */
            file: string | null;
            /** @description What, in words. */
            message: string;
            /** @description `detente.conflict/1`. */
            schema: string;
            /** @description Its hash. */
            their_hash: string;
            /** @description The text that stands there. */
            theirs: string | null;
            /** @description The text that was not written. */
            yours: string | null;
        };
        /** @description The minimal sets of limits that no package meets together. */
        Conflicts: {
            /** @description Whether these are all there are. */
            complete: boolean;
            /** @description The sets, by size and then by the ids of their members. */
            sets: string[][];
        };
        /** @description Two positions that cannot both be meant. */
        Contradiction: {
            /** @description On which choice. */
            choice: string;
            /** @description On which issue. */
            issue: string;
            /** @description Whose. */
            party: string;
            /** @description The positions. */
            positions: string[];
        };
        /** @description A corner of a curve. */
        Corner: {
            /** @description The amount. */
            at: number;
            /** @description Its centre. */
            centre: number;
            /** @description Its high end. */
            high: number;
            /** @description The value's low end. */
            low: number;
        };
        /** @description Something with a date. */
        Dated: {
            /**
             * Format: int32
             * @description Days since the entry before, where both are known to the day.
             */
            days_since_last: number | null;
            /** @description Its id. */
            id: string;
            /** @description `event`, `draft` or `step`. */
            kind: string;
            /** @description Whether it is after the as-of date. */
            later: boolean;
            /** @description The day that is written. */
            on: string;
            /** @description How exact it is. */
            precision: string | null;
            /** @description What it is, as printed. */
            text: string;
        };
        /** @description The two answers about a case: first from the stated limits alone, then per set of estimates. */
        Deals: {
            /** @description What each set of estimates adds, in order of its id. */
            answers: components["schemas"]["Estimated2"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description What holds under every set shown, with every bottom line at its low end. */
            holds_in_all: components["schemas"]["Holds"] | null;
            /** @description `detente.deals/1`. */
            schema: string;
            /** @description What follows from the stated limits alone, without any number. */
            stated: components["schemas"]["Stated"];
        };
        /** @description An offer or draft on record. */
        Draft: {
            /** @description Its brackets: choices by issue, none where they are empty. */
            brackets: {
                [key: string]: string[];
            };
            /** @description Who put it forward. */
            by: string[];
            /** @description When. */
            date: string | null;
            /** @description What it settles: choice by issue. */
            settles: {
                [key: string]: string;
            };
            /** @description What became of it. */
            status: string;
            /** @description Its title. */
            title: string | null;
        };
        /** @description An offer or a draft. */
        Draft2: {
            /** @description Whether acceptance would bind whoever made it. */
            binding: boolean;
            /** @description What stands in brackets, by issue; none in empty brackets. */
            bracketed: {
                [key: string]: string[];
            };
            /** @description Who put it forward. */
            by: string[];
            /** @description When. */
            date: string | null;
            /** @description Issues on which it differs from the draft whose place it took. */
            differs_on: string[];
            /** @description The statements it rests on. */
            evidence: string[];
            /** @description The condition under which it is made, as written. */
            only_if: string | null;
            /** @description How exact that date is. */
            precision: string | null;
            /** @description The drafts that took its place, by date. */
            replaced_by: string[];
            /** @description What it settles, by issue; every other issue is open. */
            settled: {
                [key: string]: string;
            };
            /** @description Issues it does not speak of. */
            silent_on: string[];
            /** @description `made`, `accepted`, `rejected`, `withdrawn` or `lapsed`. */
            status: string;
            /** @description The draft whose place it took. */
            supersedes: string | null;
            /** @description Its title. */
            title: string | null;
            /** @description To whom. */
            to: string[];
        };
        /** @description What a draft leaves under a set of estimates. */
        DraftEstimated: {
            /** @description Who assumes. */
            author: string;
            /** @description By issue and choice, given the draft on the other issues. */
            choices: {
                [key: string]: {
                    [key: string]: components["schemas"]["ChoiceState"];
                };
            };
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description Its id. */
            estimates: string;
            /** @description SHA-256 over the set. */
            hash: string;
            /** @description Limits that the draft crosses or may yet. */
            objections: components["schemas"]["Objection"][];
            /** @description Whether some package keeps to the draft; null where that was not decided. */
            open: boolean | null;
            /** @description The draft as a package, once it has a choice for every issue. */
            package: components["schemas"]["WholePackage"] | null;
            /** @description Where it leaves each party. */
            parties: {
                [key: string]: components["schemas"]["PartyWorth"];
            };
        };
        /** @description What a draft leaves: first within the stated limits alone. */
        DraftLeft: {
            /** @description Under each set of estimates that was named, at the centres. */
            answers: components["schemas"]["DraftEstimated"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description Members of conflicts that were left aside. */
            dropped?: string[];
            /** @description `detente.draft/1`. */
            schema: string;
            /** @description Within the stated limits alone. */
            stated: components["schemas"]["Left"];
        };
        /** @description Proposals of a model that are not shown. */
        DroppedProposals: {
            /**
             * Format: uint
             * @description How many.
             */
            count: number;
            /**
             * @description Why: `unreadable`, `form`, `too-many`, `too-long`, `not-in-text`, `not-once`, `not-known`, `not-named`, `no-issue`,
             *     `no-stance` or `no-condition`.
             */
            reason: string;
        };
        /** @description A change to a TOML file; comments stay. */
        Edit: {
            /** @description Where in it. */
            at: components["schemas"]["PathStep"][];
            /** @constant */
            do: "set";
            /** @description The file; made where it is not there. */
            file: string;
            /** @description The value; `{"date": "2025-02-26"}` is a date, `{"table": [["a", "A"], ["b", "B"]]}` a table whose order counts. */
            value: unknown;
        } | {
            /** @description Where in it. */
            at: components["schemas"]["PathStep"][];
            /** @constant */
            do: "remove";
            /** @description The file. */
            file: string;
        } | {
            /** @description The list. */
            at: components["schemas"]["PathStep"][];
            /** @constant */
            do: "append";
            /** @description The file; made where it is not there. */
            file: string;
            /** @description The table. */
            value: unknown;
        } | {
            /** @constant */
            do: "rename";
            /** @description As it is. */
            from: string;
            /** @description As it shall be. */
            to: string;
        };
        /** @description Changes to make together, or not at all. */
        Edits: {
            /** @description The changes, in order. */
            edits: components["schemas"]["Edit"][];
            /** @description What they are called in the list of changes. */
            label?: string | null;
        };
        /** @description A number nobody knows, as a range. */
        Estimated: {
            /** @description Positions and statements it rests on. */
            basis: string[];
            /** @description Why. */
            because: string | null;
            /** @description Its centre. */
            centre: number;
            /** @description Its high end. */
            high: number;
            /** @description Its low end. */
            low: number;
        };
        /** @description A second answer. */
        Estimated2: {
            /** @description Who assumes. */
            author: string;
            /** @description What is best for the party asked about, within the others' limits. */
            best_for: components["schemas"]["Best"] | null;
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description What cannot hold together at the centre, where there is no package. */
            conflicts: components["schemas"]["Conflicts"] | null;
            /** @description The set's id. */
            estimates: string;
            /** @description Different packages of the zone at the centre. */
            examples: components["schemas"]["Example"][];
            /** @description Why there are no more examples. */
            examples_end: components["schemas"]["ExamplesEnd"];
            /** @description The efficient utility vectors at the centre. */
            frontier: components["schemas"]["Frontier"];
            /** @description SHA-256 over the set. */
            hash: string;
            /** @description Per party, its bottom line in units and points and what the zone attains at the centre. */
            parties: {
                [key: string]: components["schemas"]["Party2"];
            };
            /** @description The parties between whom frontier and principles are drawn. */
            principals: string[];
            /** @description The principles, by name; null where no principal can gain. */
            principles: {
                [key: string]: components["schemas"]["Solution"] | null;
            };
            /** @description Of the zone at the centre, the packages with each choice; empty where packages were not counted. */
            remaining: {
                [key: string]: {
                    [key: string]: components["schemas"]["Packages"];
                };
            };
            /** @description `open`, `closed` or `depends` (on bottom lines not known). */
            verdict: string;
            /** @description With every bottom line at its low end, centre and high end. */
            zone: {
                [key: string]: components["schemas"]["Zone"];
            };
        };
        /** @description A limit that is estimated. */
        EstimatedLimit: {
            /** @description Whether it binds unless told otherwise. */
            binds: boolean;
            /** @description How firm. */
            firmness: string;
            /** @description Whose. */
            party: string;
            /** @description What it excludes, as it is written. */
            text: string;
            /** @description With titles. */
            words: string;
        };
        /** @description What is assumed of a party. */
        EstimatedParty: {
            /** @description What no agreement is worth to it, in points. */
            bottom_line: components["schemas"]["Estimated"] | null;
            /** @description Values along a range, by issue. */
            curves: {
                [key: string]: components["schemas"]["Corner"][];
            };
            /** @description Values by issue and choice. */
            values: {
                [key: string]: {
                    [key: string]: components["schemas"]["Estimated"];
                };
            };
            /** @description Weights by issue, or by lens where one is weighed as a whole. */
            weights: {
                [key: string]: components["schemas"]["Estimated"];
            };
        };
        /** @description A set of estimates. */
        Estimates: {
            /** @description Who assumes. */
            author: string;
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description SHA-256 over the set. */
            hash: string;
            /** @description Limits that are estimated, by id. */
            limits: {
                [key: string]: components["schemas"]["EstimatedLimit"];
            };
            /** @description What it is for. */
            note: string | null;
            /** @description What is assumed of each party. */
            parties: {
                [key: string]: components["schemas"]["EstimatedParty"];
            };
        };
        /** @description A package and what it crosses. */
        Example: {
            /** @description Of a case with lenses: what it makes of each. */
            lenses?: {
                [key: string]: components["schemas"]["Lens2"];
            };
            /** @description Choice by issue. */
            package: {
                [key: string]: string;
            };
            /** @description With estimates: where it leaves each party. */
            parties: {
                [key: string]: components["schemas"]["Share"];
            } | null;
            /** @description Limits it crosses whose owners' consent is not needed or which do not bind: they "would object". */
            would_object: components["schemas"]["Objects"][];
        };
        /** @description Different packages. */
        Examples: {
            /** @description Under each set of estimates that was named. */
            answers: components["schemas"]["ExamplesOfSet"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description `detente.examples/1`. */
            schema: string;
            /** @description Of the zone within the stated limits. */
            stated: components["schemas"]["Example"][];
            /** @description Why there are no more of them. */
            stated_end: components["schemas"]["ExamplesEnd"];
        };
        /** @description Why examples end where they do. */
        ExamplesEnd: "as-wanted" | "no-other" | "only-personal-offers" | "out-of-reach";
        /** @description Different packages under a set. */
        ExamplesOfSet: {
            /** @description Who assumes. */
            author: string;
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description Its id. */
            estimates: string;
            /** @description Of the zone at the centre. */
            examples: components["schemas"]["Example"][];
            /** @description Why there are no more of them. */
            examples_end: components["schemas"]["ExamplesEnd"];
            /** @description SHA-256 over the set. */
            hash: string;
        };
        /** @description A file before and after a change. */
        FileDiff: {
            /** @description Its text after. */
            after: string | null;
            /** @description Its text before; none where it was not there. */
            before: string | null;
            /** @description The file. */
            file: string;
        };
        /** @description A file. */
        FileRow: {
            /**
             * Format: uint
             * @description Its size.
             */
            bytes: number;
            /** @description Whether it is text that can be written back. */
            editable: boolean;
            /** @description SHA-256 over its bytes. */
            hash: string;
            /** @description Its path in the folder. */
            path: string;
        };
        /** @description A file's text. */
        FileText: {
            /** @description SHA-256 over its bytes. */
            hash: string;
            /** @description Its path in the folder. */
            path: string;
            /** @description Its text. */
            text: string;
        };
        /** @description The files of the open case. */
        Files: {
            /** @description The files, by path. */
            files: components["schemas"]["FileRow"][];
            /** @description SHA-256 over the bytes of all of them. */
            hash: string;
            /** @description `detente.files/1`. */
            schema: string;
        };
        /** @description One thing that is wrong. */
        Found: {
            /** @description Which kind; `detente explain CODE` says more. */
            code: string;
            /** @description The way out. */
            hint: string | null;
            /** @description Where. */
            labels: components["schemas"]["Place"][];
            /** @description What. */
            message: string;
            /** @description `error` or `warning`. */
            severity: string;
        };
        /** @description The frontier over the principals. */
        Frontier: {
            /** @description Whether all of its points are listed. */
            complete: boolean;
            /** @description Per principal, in points, how far off a cover is. */
            epsilon: number[] | null;
            /** @description Points of the principals, in their order, descending. */
            points: number[][];
            /**
             * Format: uint
             * @description How many points are listed.
             */
            size: number;
            /**
             * @description `complete`; `cover`: every package is matched by a point up to `epsilon`; `not-listed`: it was not asked for or is out of
             *     reach.
             */
            status: string;
        };
        /** @description A point of a frontier, with a package that attains it. */
        FrontierPoint: {
            /** @description Points of the principals. */
            at: number[];
            /** @description The package with the least κ. */
            package: {
                [key: string]: string;
            };
            /** @description Points of every party. */
            parties: {
                [key: string]: number;
            };
        };
        /** @description What a figure rests on. */
        FundFigure: {
            /** @description Statements or positions it rests on. */
            basis: string[];
            /** @description The reason or source in words. */
            because: string | null;
            /** @description Its id, where it has one. */
            id: string | null;
            /** @description What: `stream`, `price`, `rate`, `terms`, `capital`, `exchange` or `frame`. */
            of: string;
            /** @description `sourced`, `sourced in part` (its reason names assumptions too), `assumption`, or `unexplained`. */
            standing: string;
        };
        /** @description A fund under one package or two. Money is decimal text in single units of the currency, in money of the base year. */
        FundFlows: {
            /**
             * Format: int64
             * @description All money is money of this year.
             */
            base_year: number;
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description The currency. */
            currency: string;
            /** @description By party, what the second package gives it more than the first, per year; of two packages. */
            difference: {
                [key: string]: string[];
            } | null;
            /** @description The rate at which present values are taken, in percent; null where the fund names none. */
            discount_percent: number | null;
            /**
             * Format: uint64
             * @description How many draws.
             */
            draws: number;
            /** @description What the figures rest on. */
            figures: components["schemas"]["FundFigure"][];
            /** @description Per package. */
            packages: components["schemas"]["FundPackage"][];
            /** @description The preset; null where the fund's own terms are used. */
            preset: components["schemas"]["FundPreset"] | null;
            /** @description `detente.fund/1`. */
            schema: string;
            /**
             * Format: uint64
             * @description What they were drawn with.
             */
            seed: number;
            /** @description The fund's title. */
            title: string;
        };
        /** @description A fund under a package. */
        FundPackage: {
            /** @description Which of them are assumed because the package leaves them open. */
            assumed: string[];
            /** @description Whether there is a fund. */
            exists: boolean;
            /** @description The choices on which the fund depends. */
            package: {
                [key: string]: string;
            };
            /** @description By party. */
            parties: {
                [key: string]: components["schemas"]["FundParty"];
            };
            /** @description Whether the share is the one that the terms name. */
            share_of_terms: boolean;
            /** @description The contribution share, in percent. */
            share_percent: number;
            /** @description Year by year, at the centres. */
            years: components["schemas"]["FundYear"][];
        };
        /** @description What a party pays and gets. */
        FundParty: {
            /** @description What it gets out of the fund. */
            distributed: string;
            /** @description Every internal rate of return of what moves between it and the fund, in percent. */
            internal_rates_percent: number[];
            /** @description What it contributes and pays in, aid included. */
            paid_in: string;
            /** @description `paid back`, `not paid back` or `nothing to pay back`. */
            payback: string;
            /**
             * Format: int64
             * @description The year at whose end what it paid in has come back for good; null where it has not, or nothing was paid in.
             */
            payback_year: number | null;
            /**
             * Format: uint
             * @description How often that flow changes its sign; beyond one a rate need not mean what it seems to.
             */
            sign_changes: number;
            /** @description The sum over the years of everything. */
            sum: string;
            /** @description The sum of what moves between it and the fund. */
            sum_of_fund: string;
            /** @description Present values; null where the fund names no rate. */
            worth: components["schemas"]["FundWorth"] | null;
        };
        /** @description A named set of terms. */
        FundPreset: {
            /** @description Whether it is later than the date the case speaks of. */
            after_as_of: boolean;
            /** @description Its date. */
            date: string;
            /** @description Its id. */
            id: string;
            /** @description The text the terms are from. */
            source: string;
            /** @description Its title. */
            title: string;
            /** @description Its address. */
            url: string | null;
        };
        /** @description Present values over draws from the bands; never likelihoods. */
        FundSpread: {
            /** @description In 10% of draws it is at most this. */
            at_most_in_10_percent: string;
            /** @description In 50%. */
            at_most_in_50_percent: string;
            /** @description In 90%. */
            at_most_in_90_percent: string;
            /** @description Draws in which it is below zero. */
            below_zero: components["schemas"]["ShareOf"];
        };
        /** @description Present values in the first year. */
        FundWorth: {
            /** @description Of everything, at the centres. */
            all: string;
            /** @description Of everything, over draws. */
            all_drawn: components["schemas"]["FundSpread"];
            /** @description Whether the worth of the latter is below zero at the lowest share; null where no issue is the share. */
            below_zero_at_lowest_share: boolean | null;
            /** @description Neighbouring shares in percent between which it passes zero. */
            break_even_between_percent: number[][];
            /** @description Of what moves between it and the fund, at the centres. */
            of_fund: string;
            /** @description Of what moves between it and the fund, over draws. */
            of_fund_drawn: components["schemas"]["FundSpread"];
        };
        /** @description A year at the centres. */
        FundYear: {
            /** @description Aid in kind credited as capital; it never reaches the fund. */
            aid: string;
            /** @description Capital paid in cash. */
            capital: string;
            /** @description What is contributed out of revenue. */
            contributed: string;
            /** @description What the fund pays out. */
            distributed: string;
            /** @description The fee. */
            fee: string;
            /** @description What it holds at the end of the year. */
            held: string;
            /** @description By party, what reaches it less what leaves it. */
            net: {
                [key: string]: string;
            };
            /** @description Returns on the balance. */
            returns: string;
            /** @description What buyers pay. */
            sales: string;
            /**
             * Format: int64
             * @description Which.
             */
            year: number;
        };
        /** @description What is open on each issue, and what each party has at stake there. */
        Gives: {
            /** @description What each party has at stake under each set of estimates. */
            answers: components["schemas"]["GivesEstimated"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description Per issue, the choices that some package within the stated limits has. */
            open: {
                [key: string]: string[];
            };
            /** @description `detente.gives/1`. */
            schema: string;
        };
        /** @description What is at stake under a set of estimates, at the centres. */
        GivesEstimated: {
            /** @description Per issue and party, the points between the open choice worth most to it and the one worth least, linkages apart. */
            at_stake: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** @description Who assumes. */
            author: string;
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description Its id. */
            estimates: string;
            /** @description SHA-256 over the set. */
            hash: string;
            /** @description Per party, the points of each of its linkages. */
            linkages: {
                [key: string]: number[];
            };
            /** @description Per issue, the choices that some package of the zone has. */
            open: {
                [key: string]: string[];
            };
        };
        /** @description How an issue stands. */
        Ground: {
            /** @description The choices that make it so, by id; else all that anyone accepts. */
            choices: {
                [key: string]: components["schemas"]["Acceptance"];
            };
            /** @description `agreed`, `not opposed` (never counted as agreed), `contested` or `unknown`. */
            kind: string;
            /** @description Every party's positions on it. */
            positions: {
                [key: string]: string[];
            };
        };
        /** @description Which case, and what was asked of it. */
        Head: {
            /** @description The date it speaks of. */
            as_of: string | null;
            /** @description Whose consent is needed where. */
            consent: {
                [key: string]: string;
            };
            /** @description What is fixed. */
            draft: {
                [key: string]: string;
            };
            /** @description SHA-256 over everything but estimates. */
            hash: string;
            /** @description Its id. */
            id: string | null;
            /** @description Issues left open within brackets, each with the choices it is held to, in order of id; left out where there are none. */
            open?: {
                [key: string]: string[];
            };
            /** @description Of a case with a lens, how finely it is negotiated: `blocs` or `units`. The model differs between the two. */
            resolution?: string | null;
            /** @description Its title. */
            title: string;
        };
        /** @description What holds under every set shown. */
        Holds: {
            /** @description Choices that every package has. */
            always: [
                string,
                string
            ][];
            /** @description Choices that no package has, as `[issue, choice]`. */
            excluded: [
                string,
                string
            ][];
        };
        /** @description A package, and what nobody among the principals finds worse and somebody better. */
        Improve: {
            /** @description The improvements under each set of estimates. */
            answers: components["schemas"]["ImproveEstimated"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description Whether it meets all rules and every stated limit that binds. */
            in_zone: boolean;
            /** @description The package. */
            package: {
                [key: string]: string;
            };
            /** @description `detente.improve/1`. */
            schema: string;
        };
        /** @description Improvements under a set of estimates, at the centres. */
        ImproveEstimated: {
            /** @description Who assumes. */
            author: string;
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description Whether all efficient improvements are listed. */
            complete: boolean;
            /** @description The efficient improvements, as far as they are listed. */
            efficient: components["schemas"]["Improvement"][];
            /** @description Its id. */
            estimates: string;
            /** @description SHA-256 over the set. */
            hash: string;
            /** @description Whether something is better for one principal without being worse for another; proved. */
            improvable: boolean;
            /** @description Whether the package lies in the zone. */
            in_zone: boolean;
            /** @description What it is worth to each party. */
            parties: {
                [key: string]: components["schemas"]["Worth"];
            };
            /** @description The parties whose gains count. */
            principals: string[];
            /** @description The largest improvement under each principle; null where there is none. */
            principles: {
                [key: string]: components["schemas"]["Improvement"][] | null;
            };
        };
        /** @description A package that improves on another. */
        Improvement: {
            /** @description Points it gives each party beyond the other package. */
            beyond: {
                [key: string]: number;
            };
            /** @description The package with the least κ. */
            package: {
                [key: string]: string;
            };
            /** @description How many packages have the same points for the principals; null where that is not known. */
            packages: string | null;
            /** @description What it is worth to each party. */
            parties: {
                [key: string]: components["schemas"]["Worth"];
            };
        };
        /** @description An interval in which a number of packages lies. */
        Interval: {
            /** @description Its low end. */
            least: string;
            /** @description Its high end. */
            most: string;
            /**
             * Format: uint64
             * @description What the sample was drawn with; null where both ends are proved.
             */
            seed: number | null;
            /** @description `bounded`: both ends are proved. `estimated`: the interval holds the number in 99 of 100 samples drawn like this one. */
            status: string;
        };
        /** @description An issue. */
        Issue: {
            /** @description `unordered`, `scale` or `range`. */
            arrangement: string;
            /** @description Its choices: in order of the scale where there is one, else by id. */
            choices: components["schemas"]["Choice"][];
            /** @description The lens of which it settles a part. */
            lens: string | null;
            /** @description A note of the case's author. */
            note: string | null;
            /** @description The party whose own office or person it is about. */
            owner: string | null;
            /** @description Where it is written. */
            place: components["schemas"]["Place2"] | null;
            /** @description Its title. */
            title: string;
            /** @description The unit of a range. */
            unit: string | null;
        };
        /** @description An issue. */
        Issue2: {
            /** @description Its choices' ids, in order. */
            choices: string[];
            /** @description Its title. */
            title: string;
        };
        /** @description Work that has been started. */
        Job: {
            /** @description Its id. */
            id: string;
            /** @description Which question. */
            kind: string;
            /** @description `detente.job/1`. */
            schema: string;
        };
        /** @description Long work to start. */
        JobAsked: {
            /** @description What is asked. */
            ask?: components["schemas"]["Ask"];
            /** @description Which question: the last part of its address, such as `robust`. */
            kind: string;
            /**
             * Format: uint64
             * @description After how many seconds to give up; 60 unless said otherwise, 3600 at most.
             */
            seconds?: number | null;
            /** @description Which of several jobs counts: a newer one ends an older. */
            stream?: components["schemas"]["Stream"] | null;
        };
        /** @description Why a job ended without an answer. */
        JobEnded: {
            /** @description `superseded`, `asked` or `left`. */
            reason: string;
        };
        /** @description How far a job is. */
        JobProgress: {
            /**
             * Format: uint64
             * @description Since the start.
             */
            elapsed_ms: number;
            /**
             * Format: double
             * @description What nothing exceeds.
             */
            none_above: number | null;
            /**
             * Format: uint64
             * @description Of how many, as far as is known by now; null where the work does not come in parts.
             */
            of: number | null;
            /**
             * Format: uint64
             * @description Parts done, each about as long as another, such as draws.
             */
            parts: number;
            /**
             * Format: double
             * @description The most that was reached so far, where the search is for a most.
             */
            reached: number | null;
            /**
             * Format: uint64
             * @description Steps done.
             */
            steps: number;
        };
        /** @description A draft to keep. */
        KeepDraft: {
            /** @description Its id. */
            id: string;
            /**
             * @description Issues in empty brackets.
             * @default []
             */
            open: string[];
            /** @description Choice by issue. */
            package: {
                [key: string]: string;
            };
            /** @description Its title. */
            title?: string | null;
        };
        /** @description The least movement of bottom lines that opens the space, in points; a sum adds different parties' points. */
        LeastMovement: {
            /** @description Per party, how far its bottom line alone would have to fall; null where that opens nothing. */
            alone: {
                [key: string]: number | null;
            };
            /** @description The least that the party which moves most has to move. */
            max: number | null;
            /** @description Per party, what falls where the sum and the most are attained: `sum` and `max`. */
            movements: {
                [key: string]: {
                    [key: string]: number;
                };
            };
            /** @description `open`, `opens`, or `cannot-open`: no package meets rules and limits, whatever the bottom lines. */
            status: string;
            /** @description The least sum. */
            sum: number | null;
        };
        /** @description The record of a case: who is reported to have said what, what stands on a date, what changed. */
        Ledger: {
            /** @description Per variable, how far coders agree who worked alone. */
            agreement: {
                [key: string]: components["schemas"]["Agreement"];
            };
            /** @description The date positions stand on; none for the end of the record. */
            as_of: string | null;
            /** @description The authors' own assessments: nobody's positions. */
            assessments: string[];
            /** @description What changed between the dates. */
            changes: components["schemas"]["Change2"][];
            /** @description Per issue, what is agreed, not opposed, contested or unknown. */
            common_ground: {
                [key: string]: components["schemas"]["Ground"];
            };
            /** @description Choices that one standing position of a party accepts and another rejects. */
            contradictions: components["schemas"]["Contradiction"][];
            /** @description Changes are later than this day. */
            from: string | null;
            /** @description SHA-256 over everything but estimates. */
            hash: string;
            /** @description The case's id. */
            id: string | null;
            /** @description Positions on record only after the date. */
            later: string[];
            /** @description By party and issue, the ids of the positions that stand; what is absent has nothing on record. */
            matrix: {
                [key: string]: {
                    [key: string]: string[];
                };
            };
            /** @description Every position named here, by id. */
            positions: {
                [key: string]: components["schemas"]["Position"];
            };
            /** @description The stated red lines, by id. */
            red_lines: {
                [key: string]: components["schemas"]["RedLine"];
            };
            /** @description Positions of the kind "red line" that stand and that no limit of the case speaks of. */
            red_lines_in_ledger_only: string[];
            /** @description `detente.ledger/1`. */
            schema: string;
            /** @description The sources, by id. */
            sources: {
                [key: string]: components["schemas"]["Source"];
            };
            /** @description Every statement of the ledger, by id. */
            statements: {
                [key: string]: components["schemas"]["Statement"];
            };
            /** @description Its title. */
            title: string;
            /** @description Changes are not later than this day. */
            to: string | null;
            /** @description Issues without a recorded change. */
            unchanged: string[];
            /** @description Statements that wait for a coder. */
            uncoded: components["schemas"]["Uncoded"];
            /** @description Positions that no source ties to one issue. */
            unspecified: string[];
            /** @description Per party, how it is heard. */
            voices: {
                [key: string]: components["schemas"]["Voice"];
            };
        };
        /** @description What a draft leaves. */
        Left: {
            /** @description By issue and choice, given the draft on the other issues. */
            choices: {
                [key: string]: {
                    [key: string]: components["schemas"]["ChoiceState"];
                };
            };
            /** @description Limits that the draft crosses or may yet. */
            objections: components["schemas"]["Objection"][];
            /** @description Whether some package keeps to the draft; null where that was not decided. */
            open: boolean | null;
            /** @description The draft as a package, once it has a choice for every issue. */
            package: components["schemas"]["WholePackage"] | null;
        };
        /** @description A lens. */
        Lens: {
            /** @description The issues that settle its parts. */
            issues: string[];
            /** @description Its title. */
            title: string;
            /** @description The name of each unit, by id. */
            units: {
                [key: string]: string;
            };
        };
        /** @description What a package makes of a lens. */
        Lens2: {
            /** @description Per party for whom units can count. */
            sides: {
                [key: string]: components["schemas"]["LensSide"];
            };
            /** @description Per status, what the units in question with it have. */
            statuses: {
                [key: string]: components["schemas"]["LensTally"];
            };
        };
        /** @description What a package makes of the area and the line of one party. */
        LensSide: {
            /** @description The area in question that counts for it, km²; null where one's is not known. */
            km2: number | null;
            /** @description The area in question under its control on the date, km². */
            km2_on_date: number;
            /** @description The same under the package. */
            line_km: number | null;
            /**
             * @description The length of the line around the units that count for it on the date, km; null where it is not known of a unit for whom it counts,
             *     or of a border how long it is.
             */
            line_km_on_date: number | null;
        };
        /** @description What some units have together. */
        LensTally: {
            /** @description Their area in question, km²; null where one's is not known. */
            km2: number | null;
            /** @description The people in the area in question; null where one's are not known. */
            people: number | null;
            /**
             * Format: uint
             * @description How many units.
             */
            units: number;
        };
        /** @description A stated limit. */
        Limit: {
            /** @description Whether it binds unless told otherwise. */
            binds: boolean;
            /** @description Who could lift it. */
            can_lift: string | null;
            /** @description Why that is assumed. */
            can_lift_because: string | null;
            /** @description Statements that speak against it. */
            counter_evidence: string[];
            /** @description Statements it rests on. */
            evidence: string[];
            /** @description How firm, or what became of an offer. */
            firmness: string;
            /** @description Who judged that. */
            firmness_by: string | null;
            /** @description The issues it speaks of. */
            issues: string[];
            /** @description `red line` or `offer`. */
            kind: string;
            /** @description A note of the case's author. */
            note: string | null;
            /** @description Whose. */
            party: string;
            /** @description Where it is written. */
            place: components["schemas"]["Place2"] | null;
            /** @description What it excludes, as it is written. */
            text: string;
            /** @description What it excludes, with titles. */
            words: string;
        };
        /** @description A stated limit. */
        Limit2: {
            /** @description The choices it is proved to exclude altogether, as `[issue, choice]`. */
            excludes_choices: [
                string,
                string
            ][];
            /** @description How many packages within the rules it excludes by itself. */
            excludes_packages: components["schemas"]["Packages"];
            /** @description Its id. */
            id: string;
            /** @description Whether it binds in this run. */
            in_force: boolean;
            /** @description Whose. */
            party: string;
        };
        /** @description A stated limit. */
        Limit3: {
            /** @description Whether it binds unless told otherwise. */
            binds: boolean;
            /** @description Its statements. */
            evidence: string[];
            /** @description How firm, or what became of an offer. */
            firmness: string;
            /** @description What it excludes, as written. */
            never: string;
            /** @description Whose. */
            party: string;
        };
        /** @description Reported control of a part of a unit. */
        MapControl: {
            /** @description The area, km². */
            km2: number | null;
            /** @description The party. */
            party: string;
            /** @description The part in percent. */
            percent: number | null;
            /** @description According to which source. */
            source: string | null;
        };
        /** @description What is reported as under the control of a party, summed over units. */
        MapControlSum: {
            /** @description Area, km². */
            km2: number;
            /** @description The party. */
            party: string;
            /** @description The part of the area of all units, in percent, to 0.1. */
            percent: number | null;
            /**
             * Format: uint
             * @description Units in which anything is on record.
             */
            units: number;
            /**
             * Format: uint
             * @description Records without an area, which the sum leaves out.
             */
            without_km2: number;
        };
        /** @description What a package says of units. */
        MapPackage: {
            /** @description The line that parts units by status or party, km along borders of units; null where neighbours are not known. */
            line_km: number | null;
            /**
             * Format: uint
             * @description Stretches of that line whose length is not known: it is longer.
             */
            line_unknown: number | null;
            /** @description The package, as it was named. */
            package: string;
            /** @description Per status what has it, and what is left open. */
            statuses: components["schemas"]["MapStatus"][];
            /** @description The matter. */
            title: string;
        };
        /** @description A source of figures. */
        MapSource: {
            /** @description Its id in the ledger. */
            id: string;
            /** @description What it is, in words. */
            words: string;
        };
        /** @description What has a status. */
        MapStatus: {
            /** @description Whether these units are in question. */
            in_question: boolean;
            /** @description Area, km². */
            km2: number;
            /**
             * Format: uint64
             * @description People.
             */
            people: number;
            /**
             * Format: uint64
             * @description Places of note.
             */
            sites: number;
            /** @description Its id; null for units that the package leaves open or that are not in question. */
            status: string | null;
            /** @description Its title. */
            title: string | null;
            /**
             * Format: uint
             * @description How many units.
             */
            units: number;
            /**
             * Format: uint
             * @description Units without a figure of their area, which the sum leaves out.
             */
            without_km2: number;
            /**
             * Format: uint
             * @description Units without a figure of people.
             */
            without_people: number;
            /**
             * Format: uint
             * @description Units without a figure of places of note.
             */
            without_sites: number;
        };
        /** @description A sum over units. */
        MapSum: {
            /** @description Area, km². */
            km2: number;
            /**
             * Format: uint64
             * @description People.
             */
            people: number;
            /**
             * Format: uint64
             * @description Places of note.
             */
            sites: number;
            /**
             * Format: uint
             * @description How many units.
             */
            units: number;
            /**
             * Format: uint
             * @description Units without a figure of their area, which the sum leaves out.
             */
            without_km2: number;
            /**
             * Format: uint
             * @description Units without a figure of people.
             */
            without_people: number;
            /**
             * Format: uint
             * @description Units without a figure of places of note.
             */
            without_sites: number;
        };
        /** @description A unit. */
        MapUnit: {
            /** @description Reported control on the date, by party. */
            control: components["schemas"]["MapControl"][];
            /** @description Its area as drawn, on the WGS84 ellipsoid, km²; null where it has no shape. */
            drawn_km2: number | null;
            /** @description Its id. */
            id: string;
            /** @description Whether it is in question; null where no package was named. */
            in_question: boolean | null;
            /** @description What is in question of it, km²: less than the unit where the case has only a controlled part in question. */
            in_question_km2: number | null;
            /** @description Its area by the table, km². */
            km2: number | null;
            /** @description Where that is from: the id of a source, `geodesic` where it was computed, or `no source`. */
            km2_source: string | null;
            /** @description Its name. */
            name: string;
            /**
             * Format: uint64
             * @description The people in it.
             */
            people: number | null;
            /**
             * Format: uint64
             * @description The places of note in it.
             */
            sites: number | null;
            /** @description Per package the id of its status; null where the package leaves it open or it is not in question. */
            statuses: (string | null)[];
        };
        /** @description Control of the whole as a source gives it. */
        MapWhole: {
            /** @description The area, km². */
            km2: number | null;
            /** @description As of when; null where the source does not say. */
            on: string | null;
            /** @description The party's name. */
            party: string;
            /** @description The part in percent. */
            percent: number | null;
            /** @description Its words. */
            quote: string | null;
            /** @description According to which source. */
            source: string | null;
        };
        /** @description What a draft makes of a territory, with the shapes of its units. */
        MapWithShapes: {
            /** @description Whether that is after the date of the case, so that it binds nothing. */
            after_as_of: boolean;
            /** @description Everything there is. */
            all: components["schemas"]["MapSum"];
            /** @description The date it speaks of. */
            as_of: string | null;
            /** @description Control on the date, summed over units, by party. */
            control: components["schemas"]["MapControlSum"][];
            /** @description The date of which control is shown. */
            control_on: string | null;
            /** @description The ids of units of which two packages say different things; null where not two were named. */
            differ_on: string[] | null;
            /** @description SHA-256 over everything but estimates. */
            hash: string;
            /** @description What packages say: none, one, or two. */
            packages: components["schemas"]["MapPackage"][];
            /** @description The issue that settles each unit in question: by id of the unit, the id of the issue. */
            parts: {
                [key: string]: string;
            };
            /** @description `detente.map/1`. */
            schema: string;
            /** @description The shapes as they stand in the folder, `GeoJSON`; null where it holds none. */
            shapes: unknown;
            /** @description The sources that figures name. */
            sources: components["schemas"]["MapSource"][];
            /** @description The title of the case. */
            title: string;
            /** @description The units, by id. */
            units: components["schemas"]["MapUnit"][];
            /** @description Control of the whole as sources give it: beside the sum, never instead of it. */
            whole: components["schemas"]["MapWhole"][];
        };
        /** @description A case to make. */
        NewCase: {
            /**
             * @description Whether it begins with the example of `detente new`; else it is empty.
             * @default true
             */
            example: boolean;
            /** @description The name of its folder: one plain name, beside the other cases. */
            folder: string;
            /** @description Its title. */
            title: string;
        };
        /** @description A limit that a draft crosses or may yet. */
        Objection: {
            /** @description Whether its owner's consent is needed; null while that depends on what is open. */
            asked: boolean | null;
            /** @description Whether the limit is in force in this question. */
            binds: boolean;
            /** @description The limit. */
            limit: string;
            /** @description Whose. */
            party: string;
            /** @description `objects` where every package that keeps to the draft crosses it, else `may object`. */
            status: string;
        };
        /** @description A limit that is crossed. */
        Objects: {
            /** @description Which limit. */
            limit: string;
            /** @description Whose. */
            party: string;
        };
        /** @description Offers and drafts, each with what took its place. */
        Offer: {
            /** @description The drafts, by id. */
            drafts: {
                [key: string]: components["schemas"]["Draft2"];
            };
            /** @description The drafts that took nothing's place, by date. */
            first: string[];
            /** @description SHA-256 over everything but estimates. */
            hash: string;
            /** @description The case's id. */
            id: string | null;
            /** @description The newest that was not withdrawn and that nothing took the place of. */
            newest: string | null;
            /** @description `detente.offer/1`. */
            schema: string;
            /** @description Its title. */
            title: string;
        };
        /** @description A case to open. */
        OpenCase: {
            /** @description The name of its folder. */
            folder: string;
        };
        /** @description What a zone offers. */
        Outlook: {
            /** @description Per party, the most it gets anywhere in the zone, in points; null without a package and where that is out of reach. */
            most: {
                [key: string]: number;
            } | null;
            /** @description How many packages there are. */
            packages: components["schemas"]["Packages"];
            /** @description Per principle, the points of every party at its first answer; null without a package and where nobody can gain. */
            principles: {
                [key: string]: {
                    [key: string]: number;
                } | null;
            };
        };
        /** @description Where a reader begins. */
        Overview: {
            /** @description What follows from the stated limits alone and, apart from it, what the named sets add. */
            deals: components["schemas"]["Deals"];
            /** @description The last statements on record, latest first; undated ones last. */
            last_statements: string[];
            /** @description `detente.overview/1`. */
            schema: string;
            /** @description The case in outline. */
            show: components["schemas"]["Show"];
            /** @description Titles of the sources named, by id. */
            sources: {
                [key: string]: components["schemas"]["Source"];
            };
            /** @description The statements named, by id. */
            statements: {
                [key: string]: components["schemas"]["Statement"];
            };
            /** @description How each party is heard. */
            voices: {
                [key: string]: components["schemas"]["Voice"];
            };
        };
        /** @description A number of packages: its digits where it is exact, else an interval. */
        Packages: string | components["schemas"]["Interval"];
        /** @description A party. */
        Party: {
            /** @description `always`, `never` or `only if …`. */
            consent: string;
            /** @description Why. */
            consent_because: string | null;
            /** @description Where its consent is needed, with titles. */
            consent_words: string | null;
            /** @description What it is, in one word. */
            kind: string | null;
            /** @description Its name. */
            name: string;
            /** @description A note of the case's author. */
            note: string | null;
            /**
             * Format: uint
             * @description Where its id stands among those of the parties, from 0.
             */
            rank: number;
            /** @description What it does in the talks. */
            roles: string[];
        };
        /** @description A party under a set of estimates. */
        Party2: {
            /** @description The least and the most the zone's packages are worth to it, in points. */
            attainable: number[] | null;
            /** @description Whether no package of the zone goes beyond either end. */
            attainable_proved: boolean | null;
            /** @description Low end, centre and high end of its bottom line, in points. */
            bottom_line: number[] | null;
            /** @description Whether the set gives it no weight at all. */
            no_stake_stated: boolean;
            /**
             * Format: int64
             * @description Units that make one point.
             */
            units_per_point: number;
        };
        /** @description A party. */
        Party3: {
            /** @description `always`, `never` or `only if …`. */
            consent: string;
            /** @description Its name. */
            name: string;
            /** @description What it does in the talks. */
            roles: string[];
            /**
             * Format: uint
             * @description Statements in its own words.
             */
            statements_in_own_words: number;
            /**
             * Format: uint
             * @description Statements in somebody else's.
             */
            statements_reported: number;
        };
        /** @description Where a draft leaves a party. */
        PartyWorth: {
            /** @description The bottom line's low end, centre and high end. */
            bottom_line: number[] | null;
            /** @description Whether its consent is needed; null while that depends on what is open. */
            consent_needed: boolean | null;
            /** @description Of a whole package: its points above the centre of the bottom line. */
            gain: number | null;
            /** @description Of a whole package: its points. */
            points: number | null;
            /** @description The least and the most that packages which keep to the draft are worth to it. */
            reach: number[] | null;
            /** @description Whether both ends are proved. */
            reach_proved: boolean | null;
            /** @description Of a whole package: `met`, `at limit`, `within doubt`, `exceeded` or `no bottom line`. */
            standing: string | null;
        };
        /** @description A step into a file. */
        PathStep: string | {
            /** @description The id. */
            id: string;
        };
        /** @description A person. */
        Person: {
            /** @description The name. */
            name: string;
            /** @description The party spoken for. */
            party: string | null;
            /** @description The office. */
            role: string | null;
        };
        /** @description What a picture shows. */
        Picture: {
            /** @description Under each set of estimates that was named. */
            answers: components["schemas"]["PictureOfSet"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description `detente.picture/1`. */
            schema: string;
        };
        /** @description What a picture shows of a set. */
        PictureOfSet: {
            /** @description Who assumes. */
            author: string;
            /** @description What is best for the party asked about, within the others' limits. */
            best_for: components["schemas"]["Best"] | null;
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description What cannot hold together at the centre, where there is no package. */
            conflicts: components["schemas"]["Conflicts"] | null;
            /** @description The set's id. */
            estimates: string;
            /** @description Different packages of the zone at the centre. */
            examples: components["schemas"]["Example"][];
            /** @description Why there are no more examples. */
            examples_end: components["schemas"]["ExamplesEnd"];
            /** @description The efficient utility vectors at the centre. */
            frontier: components["schemas"]["Frontier"];
            /** @description SHA-256 over the set. */
            hash: string;
            /** @description The principals of the frontier, in the order of the numbers of a point. */
            pair: string[];
            /** @description Per party, its bottom line in units and points and what the zone attains at the centre. */
            parties: {
                [key: string]: components["schemas"]["Party2"];
            };
            /** @description The points of the frontier, in the order of `frontier.points`. */
            points: components["schemas"]["FrontierPoint"][];
            /** @description The parties between whom frontier and principles are drawn. */
            principals: string[];
            /** @description The principles, by name; null where no principal can gain. */
            principles: {
                [key: string]: components["schemas"]["Solution"] | null;
            };
            /** @description Of the zone at the centre, the packages with each choice; empty where packages were not counted. */
            remaining: {
                [key: string]: {
                    [key: string]: components["schemas"]["Packages"];
                };
            };
            /** @description `open`, `closed` or `depends` (on bottom lines not known). */
            verdict: string;
            /** @description With every bottom line at its low end, centre and high end. */
            zone: {
                [key: string]: components["schemas"]["Zone"];
            };
        };
        /** @description A place in a file. */
        Place: {
            /**
             * Format: uint
             * @description The column, from 1, in Unicode scalar values.
             */
            column: number;
            /**
             * Format: uint
             * @description One past the last byte.
             */
            end: number;
            /** @description The file, in the folder. */
            file: string;
            /**
             * Format: uint
             * @description The line, from 1.
             */
            line: number;
            /**
             * Format: uint
             * @description First byte.
             */
            start: number;
            /** @description What is to be seen there. */
            text: string;
        };
        /** @description A line of a file of the case. */
        Place2: {
            /** @description The file, as it is called in the folder. */
            file: string;
            /**
             * Format: uint
             * @description The line, from 1.
             */
            line: number;
        };
        /** @description A position. */
        Position: {
            /** @description Choices it would do. */
            accepts: string[];
            /** @description Under which condition, as written. */
            condition: string | null;
            /** @description How sure the coder is. */
            confidence: string | null;
            /** @description Statements against it. */
            counter_evidence: string[];
            /** @description An earlier position, in a source's words. */
            earlier: string | null;
            /** @description The statements it rests on. */
            evidence: string[];
            /** @description How firm. */
            firmness: string | null;
            /** @description Judged by whom. */
            firmness_by: string | null;
            /** @description Whether one of its statements is the party's own, in its words or reported. */
            has_own_voice: boolean;
            /** @description On which issue; none where no source ties it to one. */
            issue: string | null;
            /** @description What kind. */
            kind: string;
            /** @description Where there is no such day: a day by which it was on record. */
            on_record_by: string | null;
            /** @description Whose; none for an author's own. */
            party: string | null;
            /** @description Choices it wants. */
            prefers: string[];
            /** @description Choices it would not. */
            rejects: string[];
            /** @description The position it answers. */
            response_to: string | null;
            /** @description The first day it is on record. */
            since: string | null;
            /** @description How exact that day is. */
            since_precision: string | null;
            /** @description The position whose place it took. */
            supersedes: string | null;
            /** @description In the coder's words. */
            text: string;
            /** @description The day on which it ended. */
            until: string | null;
        };
        /** @description A position. */
        Position2: {
            /** @description Its statements. */
            evidence: string[];
            /** @description On which issue. */
            issue: string | null;
            /** @description Whose; none for the author's own. */
            party: string | null;
            /** @description In the coder's words. */
            text: string;
        };
        /** @description What there would be without a stated limit. */
        PriceStated: {
            /** @description The limit. */
            id: string;
            /** @description The choices that no package has and some would have, as `[issue, choice]`. */
            opens: [
                string,
                string
            ][];
            /** @description How many packages there would be. */
            packages: components["schemas"]["Packages"];
        };
        /** @description What one step of each limit would change: first, without any number of value, what setting a stated limit aside would. */
        Prices: {
            /** @description Under each set of estimates. */
            answers: components["schemas"]["PricesEstimated"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description How many packages there are within the stated limits. */
            packages: components["schemas"]["Packages"];
            /** @description `detente.prices/1`. */
            schema: string;
            /** @description What there would be without each stated limit, in order of id. */
            stated: components["schemas"]["PriceStated"][];
        };
        /** @description What steps would change under a set of estimates, at the centres. */
        PricesEstimated: {
            /** @description Who assumes. */
            author: string;
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description Its id. */
            estimates: string;
            /** @description SHA-256 over the set. */
            hash: string;
            /** @description As things are. */
            now: components["schemas"]["Outlook"];
            /** @description After one step of each limit, in order of id. */
            steps: components["schemas"]["Step2"][];
        };
        /** @description Why there is no answer, and the way out. */
        Problem: {
            /** @description What is wrong with the case, where that is the reason. */
            check: components["schemas"]["Check"] | null;
            /** @description Which kind. */
            code: string;
            /** @description The way out. */
            hint: string | null;
            /** @description What, in words. */
            message: string;
            /** @description `detente.error/1`. */
            schema: string;
        };
        /** @description The steps of the talks, and everything with a date. */
        Process: {
            /** @description The steps that can be taken next. */
            admissible: string[];
            /** @description The date the case speaks of. */
            as_of: string | null;
            /** @description SHA-256 over everything but estimates. */
            hash: string;
            /** @description The case's id. */
            id: string | null;
            /** @description `detente.process/1`. */
            schema: string;
            /** @description The steps, by id. */
            steps: {
                [key: string]: components["schemas"]["Step3"];
            };
            /** @description Events, drafts and steps in order of date. */
            timeline: components["schemas"]["Dated"][];
            /** @description Its title. */
            title: string;
            /** @description Events, drafts and steps without a date. */
            undated: components["schemas"]["Thing"][];
        };
        /** @description A proposal. */
        Proposal: {
            /** @description Who proposes it: `rules`, `model`, or `both` alike; absent where no model was asked. */
            by?: string | null;
            /** @description Outlets and documents they passed through. */
            chain: string[];
            /** @description The condition, in the text's words. */
            condition: string | null;
            /**
             * Format: double
             * @description How far the rules behind it can be relied on, from 0 to 1; a rank, not a likelihood.
             */
            confidence: number;
            /** @description When it was said, where the sentence gives a whole date. */
            date: string | null;
            /**
             * Format: uint
             * @description Where they end, one past the last.
             */
            end: number;
            /** @description The words, as they stand in the text; at most 40. */
            exact: string;
            /** @description The id of the issue. */
            issue: string | null;
            /** @description Whether the stance is denied: "did not rule out". */
            negated: boolean;
            /** @description The id of the party whose stance it is. */
            party: string | null;
            /** @description Who speaks, by the case's name or in the text's words. */
            speaker: string;
            /** @description Which stance. */
            stance: components["schemas"]["StanceName"];
            /**
             * Format: uint
             * @description Where they begin, in Unicode scalar values of the text.
             */
            start: number;
            /** @description How the words came into the text: `direct`, `reported`, `headline`, `document` or `unnamed-official`. */
            via: string;
            /** @description Which words led to it; and the statement that quotes them already, if one does. */
            why: string;
        };
        /** @description A file's new text. */
        PutText: {
            /** @description What the change is called in the list of changes. */
            label?: string | null;
            /** @description The text. */
            text: string;
        };
        /** @description Where a statement stands. */
        Quote: {
            /**
             * Format: uint
             * @description One past its last.
             */
            end: number;
            /**
             * Format: uint
             * @description Its first character, in Unicode scalar values.
             */
            start: number;
            /** @description The statement. */
            statement: string;
        };
        /** @description Sentences in which somebody of the case seems to take a stance on an issue, in order of place. Nothing was written. */
        Read: {
            /** @description The model that proposed beside the rules; absent where none was asked. */
            model?: components["schemas"]["AskedModel"] | null;
            /** @description The proposals. */
            proposals: components["schemas"]["Proposal"][];
            /** @description `detente.read/1`. */
            schema: string;
        };
        /** @description A document read: its text, and what is proposed from it. Nothing was written. */
        ReadDocument: {
            /** @description What it is: `text`, `html` or `pdf`. */
            kind: string;
            /** @description The proposals, in order of place. */
            proposals: components["schemas"]["Proposal"][];
            /** @description `detente.document/1`. */
            schema: string;
            /** @description Its text, in which the places of proposals are. */
            text: string;
            /** @description The title it gives itself. */
            title: string | null;
        };
        /** @description A text to read. */
        ReadText: {
            /** @description The text. */
            text: string;
        };
        /** @description A red line and its record. */
        RedLine: {
            /**
             * Format: int32
             * @description Days from the last confirmation to the date.
             */
            age_days: number | null;
            /** @description Who could lift it. */
            can_lift: string | null;
            /** @description `sourced`, `assumed` or `unknown`. */
            can_lift_known: string;
            /** @description Statements against it. */
            counter_evidence: string[];
            /** @description The statements it rests on by the date. */
            evidence: string[];
            /** @description How firm. */
            firmness: string;
            /** @description Judged by whom. */
            firmness_by: string | null;
            /** @description First said. */
            first_said: string | null;
            /** @description Whether a statement of the party itself stands behind it. */
            has_own_voice: boolean;
            /** @description Last said: when it was last confirmed. */
            last_said: string | null;
            /** @description Statements on record only after it. */
            later_evidence: string[];
            /** @description What it excludes, as written. */
            never: string;
            /** @description Without such days: a day by which it was on record. */
            on_record_by: string | null;
            /** @description Whose. */
            party: string;
        };
        /** @description What remains of every choice, given the draft on the other issues: first within the stated limits alone. */
        Remaining: {
            /** @description Under each set of estimates. */
            answers: components["schemas"]["RemainingEstimated"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /** @description `detente.remaining/1`. */
            schema: string;
            /** @description By issue and choice. */
            stated: {
                [key: string]: {
                    [key: string]: components["schemas"]["RemainingChoice"];
                };
            };
        };
        /** @description What remains of a choice. */
        RemainingChoice: {
            /** @description `exact`, `bounded` or `estimated`. */
            count_status: string;
            /**
             * @description Where it is excluded: one minimal set that cannot hold together with it; empty where the rules alone exclude it. There
             *     may be other sets.
             */
            excluded_by: string[] | null;
            /** @description How many packages have it and keep to the draft on every other issue. Number of combinations in this model, not a likelihood. */
            packages: components["schemas"]["Packages"];
            /**
             * @description `possible`, `only-with-others` or `excluded`, all proved; `possible-with-some` where it was not decided which of the first
             *     two; `not-decided`.
             */
            state: string;
        };
        /** @description What remains under a set of estimates, at the centres. */
        RemainingEstimated: {
            /** @description Who assumes. */
            author: string;
            /** @description By issue and choice. */
            choices: {
                [key: string]: {
                    [key: string]: components["schemas"]["RemainingChoice"];
                };
            };
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description Its id. */
            estimates: string;
            /** @description SHA-256 over the set. */
            hash: string;
        };
        /** @description A number of packages. */
        Reopens: {
            /** @description The number, where it is exact. */
            count: string | null;
            /** @description `exact`, `bounded` or `estimated`. */
            count_status: string;
            /** @description Where it is not exact, its least and its most. */
            range: string[] | null;
        };
        /** @description Shares of draws from sets of estimates; never likelihoods of what will happen. */
        Robust: {
            /** @description The draws from each set of estimates. */
            answers: components["schemas"]["RobustEstimated"][];
            /** @description The case. */
            case: components["schemas"]["Head"];
            /**
             * Format: uint64
             * @description How many draws.
             */
            draws: number;
            /** @description `detente.robust/1`. */
            schema: string;
            /**
             * Format: uint64
             * @description What they were drawn with: with the number of a draw and the id of an input it gives the input's number.
             */
            seed: number;
            /** @description What follows from the stated limits alone, without any number. */
            stated: components["schemas"]["RobustStated"];
        };
        /** @description A package looked at in every draw. */
        RobustCandidate: {
            /** @description By party, draws in which it can accept the package, or is not asked. */
            accepted: {
                [key: string]: components["schemas"]["ShareOf"];
            };
            /** @description Draws in which it meets all rules and everybody can accept it. */
            accepted_by_all: components["schemas"]["ShareOf"];
            /** @description Draws in which that is so and no package is better for one principal and worse for none. */
            efficient: components["schemas"]["ShareOf"];
            /** @description Where it comes from: `named`, `centre:PRINCIPLE`, or `draws:PRINCIPLE` with in how many of the first draws. */
            origins: components["schemas"]["RobustOrigin"][];
            /** @description The package. */
            package: {
                [key: string]: string;
            };
            /**
             * @description By principal, per rank from first to last, draws in which its own points give the package that rank among the
             *     candidates; ties share the higher rank.
             */
            ranks: {
                [key: string]: number[];
            };
            /** @description What the principal who misses most would miss. */
            regret: components["schemas"]["RobustRegret"];
        };
        /** @description What draws say about a choice. With the draws without any package these are all. */
        RobustChoice: {
            /** @description There is a package, and every one has it. */
            always: components["schemas"]["ShareOf"];
            /** @description Some package has it. */
            with: components["schemas"]["ShareOf"];
            /** @description There is a package, and none has it: it is ruled out. */
            without: components["schemas"]["ShareOf"];
        };
        /** @description A part of a spread, 0 to 1; a little outside by chance alone. */
        RobustEffect: {
            /**
             * Format: double
             * @description Its high end.
             */
            high: number;
            /**
             * Format: double
             * @description The low end of its 95% interval.
             */
            low: number;
            /**
             * Format: double
             * @description The part.
             */
            part: number;
        };
        /** @description What part a number has in the spread of an outcome. */
        RobustEffects: {
            /** @description By itself (first order). */
            first: components["schemas"]["RobustEffect"];
            /** @description With everything it does together with others (total order). */
            total: components["schemas"]["RobustEffect"];
        };
        /** @description What the draws from a set of estimates say. */
        RobustEstimated: {
            /** @description Who assumes. */
            author: string;
            /** @description The packages looked at in every draw. */
            candidates: components["schemas"]["RobustCandidate"][];
            /**
             * Format: uint
             * @description Packages the principles led to in the first 1,000 draws that found no room among the candidates.
             */
            candidates_left_out: number;
            /** @description By issue and choice. */
            choices: {
                [key: string]: {
                    [key: string]: components["schemas"]["RobustChoice"];
                };
            };
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description By criterion, the candidates it leads to, by number from 0; several where they are alike. None is recommended. */
            criteria: {
                [key: string]: number[];
            };
            /** @description Its id. */
            estimates: string;
            /** @description Which number, if it were known, would change what is concluded. */
            find_out: components["schemas"]["RobustFindOut"];
            /** @description By id of a limit, the probability with which the run takes it to be in force. */
            firm: {
                [key: string]: number;
            };
            /** @description SHA-256 over the set. */
            hash: string;
            /**
             * Format: uint
             * @description How many numbers were drawn.
             */
            inputs: number;
            /** @description Draws in which there is none. */
            no_zone: components["schemas"]["ShareOf"];
            /**
             * @description What would open the zone in enough draws; null where that is not asked, or where there are more than 64 limits and bottom
             *     lines.
             */
            opening: components["schemas"]["RobustOpening"] | null;
            /** @description The parties between whom efficiency, regret and ranks are told. */
            principals: string[];
            /** @description Draws in which there is a package. */
            zone: components["schemas"]["ShareOf"];
        };
        /** @description Which number, if it were known, would change what is concluded: about the doubt of whoever made the estimates. */
        RobustFindOut: {
            /**
             * Format: uint64
             * @description The draws this is from: the first ones.
             */
            draws: number;
            /** @description What part each number has in the spread of outcomes; null where that was not asked for, or cannot be had. */
            indices: components["schemas"]["RobustIndices"] | null;
            /** @description By id, every number that can be found out. */
            inputs: {
                [key: string]: components["schemas"]["RobustInput"];
            };
            /** @description Why it cannot be had. */
            no_indices: string | null;
            /** @description Of these, the ones in which there is a package. */
            zone: components["schemas"]["ShareOf"];
        };
        /** @description The spread (variance) of outcomes, split between independent numbers (Sobol indices). */
        RobustIndices: {
            /** @description Of whether there is a package (1 or 0); null where that is the same in every draw. */
            deal: {
                [key: string]: components["schemas"]["RobustEffects"];
            } | null;
            /** @description By principal that has a bottom line, of the most it could gain over that line; 0 where there is no package. */
            gain: {
                [key: string]: {
                    [key: string]: components["schemas"]["RobustEffects"];
                } | null;
            };
            /**
             * Format: uint64
             * @description Pairs of draws they are from.
             */
            pairs: number;
        };
        /** @description What knowing a number would be worth. */
        RobustInput: {
            /** @description For saying whether there is a package; null of fewer than two draws. */
            deal: components["schemas"]["RobustWorth"] | null;
            /** @description Draws with a package among those in which the number is in its highest quarter, or the limit is in force. */
            high: components["schemas"]["ShareOf"];
            /** @description Draws with a package among those in which the number is in its lowest quarter, or the limit is not in force. */
            low: components["schemas"]["ShareOf"];
            /** @description For naming a package that is acceptable, among the candidates; null where there is none. */
            package: components["schemas"]["RobustWorth"] | null;
            /** @description How often it settles whether there is a package, by margin. */
            settles: components["schemas"]["RobustSettled"][];
        };
        /** @description A limit or a bottom line. */
        RobustMember: {
            /** @description Who could lift it. */
            can_lift: string | null;
            /** @description Whose. */
            party: string;
        };
        /** @description What has to be set aside for a package to exist in a share of draws. That a limit is listed does not mean that it should move. */
        RobustOpening: {
            /** @description The share asked for. */
            at_least: number;
            /** @description Whether these are all. */
            complete: boolean;
            /** @description Draws in which no package meets the rules, whatever is set aside. */
            never: components["schemas"]["ShareOf"];
            /**
             * @description The minimal sets, smaller ones first, then in order of id; empty where enough draws have a package already, and where
             *     nothing leaves one in enough.
             */
            sets: components["schemas"]["RobustOpens"][];
        };
        /** @description A set of limits and bottom lines that is enough and of which none can be spared. */
        RobustOpens: {
            /** @description By id, whose each is, and who could lift it where the case says so. */
            members: {
                [key: string]: components["schemas"]["RobustMember"];
            };
            /** @description Draws in which there is a package when they are set aside. */
            zone: components["schemas"]["ShareOf"];
        };
        /** @description Where a candidate comes from. */
        RobustOrigin: {
            /**
             * Format: uint64
             * @description In how many of the first draws.
             */
            draws: number | null;
            /** @description `named`, `centre` or `draws`. */
            from: string;
            /** @description The principle that leads to it. */
            principle: string | null;
        };
        /**
         * @description The most a principal could have in the zone less what it has, for the principal for whom that is most, in its own
         *     thousandths of a point; over draws with a package.
         */
        RobustRegret: {
            /**
             * Format: uint64
             * @description The largest; null where the package is ever not acceptable.
             */
            largest: number | null;
            /**
             * Format: uint64
             * @description The mean over all draws with a package; where this one is not acceptable it counts as no agreement.
             */
            mean: number | null;
            /**
             * Format: uint64
             * @description The mean over draws in which the package is acceptable.
             */
            mean_where_acceptable: number | null;
            /**
             * Format: uint64
             * @description The 95th percentile, rounded up to a tenth of a point; null where the package is not acceptable in more than 5%.
             */
            percentile_95: number | null;
        };
        /** @description How often knowing a number within a margin settles whether there is a package: in at most 5% or at least 95% of the draws near it. */
        RobustSettled: {
            /** @description Draws in which that settles it. */
            settled: components["schemas"]["ShareOf"];
            /** @description How far the number may be off on either side; null where it is a yes or no. */
            within: number | null;
        };
        /** @description Whether the stated limits alone leave a package, and how many. */
        RobustStated: {
            /** @description How many there are. */
            count: components["schemas"]["Packages"];
            /** @description Whether there is one; proved. */
            feasible: boolean;
        };
        /**
         * @description How much oftener a choice is right that is made knowing a number (EVPPI): one half of the draws chooses, per twentieth of the
         *     number, the other half judges.
         */
        RobustWorth: {
            /**
             * Format: uint64
             * @description The draws that judged.
             */
            draws: number;
            /**
             * Format: double
             * @description As a share of draws, −1 to 1; below 0 by chance alone.
             */
            evppi: number;
            /**
             * Format: double
             * @description Its high end.
             */
            high: number;
            /**
             * Format: double
             * @description The low end of its 95% interval, for these choices.
             */
            low: number;
        };
        /** @description A rule. */
        Rule: {
            /** @description What it rests on. */
            basis: string | null;
            /** @description As it is written. */
            text: string;
            /** @description With titles. */
            words: string;
        };
        /** @description What was saved, and how the case stands then. */
        Saved: {
            /** @description The files that changed. */
            changed: string[];
            /** @description What is wrong with it. */
            check: components["schemas"]["Check"];
            /** @description `detente.saved/1`. */
            schema: string;
            /** @description How the case stands. */
            session: components["schemas"]["Session"];
        };
        /** @description What is open, and how it stands. */
        Session: {
            /** @description The date it speaks of. */
            as_of: string | null;
            /** @description Whether a change taken back can be made again. */
            can_redo: boolean;
            /** @description Whether a change made here can be taken back. */
            can_undo: boolean;
            /** @description Whether a case is open. */
            case_open: boolean;
            /**
             * Format: uint
             * @description How many errors it has.
             */
            errors: number;
            /** @description Its sets of estimates. */
            estimates: string[];
            /** @description The name of its folder. */
            folder: string | null;
            /** @description Whether it has a fund. */
            has_fund: boolean;
            /** @description Whether it has a territory. */
            has_territory: boolean;
            /** @description SHA-256 over the bytes of all its files. */
            hash: string | null;
            /** @description Its id. */
            id: string | null;
            /**
             * Format: uint64
             * @description Grows whenever the case changes.
             */
            revision: number;
            /** @description `detente.session/1`. */
            schema: string;
            /** @description Whether it can be asked: it has no error. */
            sound: boolean;
            /** @description Its title. */
            title: string | null;
            /**
             * Format: uint
             * @description How many warnings.
             */
            warnings: number;
        };
        /** @description A set of estimates. */
        Set: {
            /** @description Who assumes. */
            author: string;
            /** @description SHA-256 over the set. */
            hash: string;
        };
        /** @description Where a package leaves a party. */
        Share: {
            /** @description Whether its consent is needed for this package. */
            consent_needed: boolean;
            /** @description Points above the bottom line's centre. */
            gain: number | null;
            /** @description Points above its high end and above its low end. */
            gain_range: number[] | null;
            /** @description Points, to three decimals. */
            points: number;
            /** @description `met`, `at limit`, `within doubt`, `exceeded` or `no bottom line`. */
            standing: string;
            /**
             * Format: int64
             * @description Units, exact.
             */
            units: number;
        };
        /** @description In how many draws something was so. */
        ShareOf: {
            /**
             * Format: double
             * @description Its high end.
             */
            high: number;
            /**
             * Format: uint64
             * @description The number of draws.
             */
            hits: number;
            /**
             * Format: double
             * @description The low end of the 95% interval.
             */
            low: number;
            /**
             * Format: double
             * @description Their share of all draws, 0 to 1.
             */
            share: number;
        };
        /** @description What is asked of a sheet. It is made of the case as it is saved: what is supposed on the page does not reach it. */
        SheetAsk: {
            /**
             * @description `team` or `room`; the room unless said otherwise.
             * @default null
             */
            audience: string | null;
            /**
             * Format: uint64
             * @description Over how many draws it says what survives doubt.
             * @default null
             */
            draws: number | null;
            /**
             * @description The set of estimates on a sheet for the team.
             * @default null
             */
            estimates: string | null;
            /**
             * @description In which form, by the ending of its file; `html` unless said otherwise.
             * @default null
             */
            format: string | null;
            /** @description The packages it is about. */
            packages?: components["schemas"]["SheetPackage"][];
            /**
             * @description `a4` or `letter`, where the form is laid out for paper; A4 unless said otherwise.
             * @default null
             */
            paper: string | null;
            /**
             * @description Whose brief.
             * @default null
             */
            party: string | null;
            /**
             * Format: uint64
             * @description What is drawn with.
             * @default null
             */
            seed: number | null;
            /**
             * @description The day after which changes count.
             * @default null
             */
            since: string | null;
            /**
             * @description The two parties that are exchanged.
             * @default []
             */
            swap: string[];
            /**
             * @description What the pairs of a class agreed on: the text of a CSV file with a column `pair` and a column for every issue.
             * @default null
             */
            table: string | null;
            /**
             * @description How negotiated territory is divided: by blocs, or unit by unit.
             * @default false
             */
            units: boolean;
        };
        /** @description A package as a sheet names it. */
        SheetPackage: {
            /**
             * @description What stands in brackets: choices by issue.
             * @default {}
             */
            brackets: {
                [key: string]: string[];
            };
            /**
             * @description The id of a draft on record, which says everything else.
             * @default null
             */
            draft: string | null;
            /**
             * @description What is settled: choice by issue.
             * @default {}
             */
            settles: {
                [key: string]: string;
            };
            /**
             * @description What it is called on the sheet.
             * @default
             */
            title: string;
        };
        /** @description Where a sheet that was made can be seen. */
        SheetPage: {
            /** @description What it is called when it is saved. */
            filename: string;
            /** @description What it is. */
            media_type: string;
            /** @description Its address; with `?download=1` it is saved. It needs no header, and is forgotten when others are made. */
            page: string;
            /** @description `detente.sheet-page/1`. */
            schema: string;
        };
        /** @description A sheet. */
        SheetRow: {
            /** @description In which forms, by the ending of their files. */
            formats: string[];
            /** @description Its id. */
            id: string;
            /** @description What is on it, in a line. */
            says: string;
            /** @description What it can be told: `package`, `packages`, `since`, `draws`, `party`, `table`, `swap`. */
            takes: string[];
            /** @description Its title. */
            title: string;
        };
        /** @description Which sheets there are. */
        Sheets: {
            /** @description `detente.sheets/1`. */
            schema: string;
            /** @description The sheets. */
            sheets: components["schemas"]["SheetRow"][];
        };
        /** @description A case in outline. */
        Show: {
            /** @description The date it speaks of. */
            as_of: string | null;
            /** @description The clauses of an agreement's text, in the order of the text. */
            clauses: components["schemas"]["Clause"][];
            /** @description Sets of estimates by id, with author and hash. */
            estimates: {
                [key: string]: components["schemas"]["Set"];
            };
            /** @description SHA-256 over everything but estimates. */
            hash: string;
            /** @description The case's id. */
            id: string | null;
            /** @description The issues by id. */
            issues: {
                [key: string]: components["schemas"]["Issue2"];
            };
            /** @description Red lines and conditional offers by id. */
            limits: {
                [key: string]: components["schemas"]["Limit3"];
            };
            /** @description The number of packages, rules aside. */
            packages: string | null;
            /** @description The parties by id. */
            parties: {
                [key: string]: components["schemas"]["Party3"];
            };
            /** @description Positions by id. */
            positions: {
                [key: string]: components["schemas"]["Position2"];
            };
            /** @description Steps by id. */
            process: {
                [key: string]: components["schemas"]["Step"];
            };
            /** @description `detente.show/1`. */
            schema: string;
            /** @description Its title. */
            title: string;
            /** @description What the case asks of such a text beside what every text is asked. */
            topics: components["schemas"]["Topic"][];
            /** @description What the sources leave open. */
            unclear: string[];
        };
        /** @description What a principle leads to. */
        Solution: {
            /** @description The answers; several where they tie. */
            answers: components["schemas"]["Attained"][];
            /**
             * Format: double
             * @description Where it is not proved, a number that no package exceeds: the product of gains in units, the smallest share, or points.
             */
            bound: number | null;
            /** @description Whether it compares points across parties. */
            compares_parties: boolean;
            /** @description Whether all answers are listed. */
            complete: boolean;
            /** @description In plain words. */
            in_words: string;
            /** @description Principals that stand outside. */
            left_out: string[];
            /** @description Whether no package of the zone is worth more under it. */
            proved: boolean;
            /**
             * Format: double
             * @description Where it is not proved, what the answers attain, in the same terms; left out where that is not known.
             */
            reached?: number | null;
        };
        /** @description A source. What it does not say of itself is absent. */
        Source: {
            /** @description How it can be reached. */
            access: string | null;
            /** @description Who wrote it. */
            authors: string[];
            /** @description What it is. */
            kind: string;
            /** @description Its language. */
            lang: string | null;
            /** @description A note of the coder. */
            note: string | null;
            /** @description Who published it. */
            outlet: string | null;
            /** @description When it was published. */
            published: string | null;
            /** @description Reliability on the Admiralty scale, A to F. */
            reliability: string | null;
            /** @description When it was retrieved. */
            retrieved: string | null;
            /** @description What may be done with it. */
            rights: string | null;
            /** @description SHA-256 of its text. */
            sha256: string | null;
            /** @description Whether that text is at hand, so that quotes were compared with it. */
            text_held: boolean;
            /** @description Its title. */
            title: string | null;
            /** @description Its address. */
            url: string | null;
        };
        /** @description The text of a source, and where statements stand in it. */
        SourceText: {
            /** @description The source. */
            id: string;
            /** @description Where statements stand in it. */
            quotes: components["schemas"]["Quote"][];
            /** @description `detente.source/1`. */
            schema: string;
            /** @description Its text; null where it is not at hand. */
            text: string | null;
        };
        /** @description A stance, by its name. */
        StanceName: "support" | "oppose" | "offer" | "demand" | "rule_out" | "condition" | "report";
        /** @description The first answer. */
        Stated: {
            /** @description What cannot hold together, where there is no package. */
            conflicts: components["schemas"]["Conflicts"] | null;
            /** @description Different packages of the zone. */
            examples: components["schemas"]["Example"][];
            /** @description Why there are no more examples. */
            examples_end: components["schemas"]["ExamplesEnd"];
            /** @description What each limit excludes by itself. */
            limits: components["schemas"]["Limit2"][];
            /** @description Of the zone, the packages with each choice, by issue and choice. Number of combinations in this model, not a likelihood. */
            remaining: {
                [key: string]: {
                    [key: string]: components["schemas"]["Packages"];
                };
            };
            /** @description The packages there are, rules aside. */
            space: string;
            /** @description The packages within the rules. */
            within_rules: components["schemas"]["Packages"];
            /** @description The packages within every limit in force. */
            zone: components["schemas"]["Zone"];
        };
        /** @description A statement. */
        Statement: {
            /** @description What it passed through. */
            chain: string[];
            /** @description Who coded it. */
            coder: string | null;
            /**
             * Format: uint8
             * @description Credibility, 1 to 6.
             */
            credibility: number | null;
            /** @description The words, exactly. */
            exact: string | null;
            /** @description Whether the source names the speaker. */
            named: boolean;
            /** @description The same in the coder's words. */
            paraphrase: string | null;
            /** @description The party spoken for. */
            party: string | null;
            /** @description How exact that is. */
            precision: string | null;
            /** @description What stands right before. */
            prefix: string | null;
            /** @description When it was said. */
            said_on: string | null;
            /** @description Where it stands. */
            source: string | null;
            /** @description Who said it, as printed. */
            speaker: string;
            /** @description What stands right after. */
            suffix: string | null;
            /** @description How it came into the source. */
            via: string;
        };
        /** @description What a statement is read as: whose stance on what. */
        StatementReadAs: {
            /** @description The condition, in the text's words. */
            condition?: string | null;
            /** @description The id of the issue. */
            issue?: string | null;
            /** @description Whether it is denied. */
            negated: boolean;
            /** @description The id of the party whose stance it is. */
            party?: string | null;
            /** @description Which stance. */
            stance: components["schemas"]["StanceName"];
        };
        /** @description A step of the process. */
        Step: {
            /** @description Whether it can be taken next. */
            admissible: boolean;
            /** @description The steps still to be done before. */
            blocked_by: string[];
            /** @description How far it is. */
            status: string;
            /** @description Its title. */
            title: string;
        };
        /** @description A step and what there would be after it. */
        Step2: {
            /** @description A limit, or `bottom-line:PARTY`. */
            id: string;
            /** @description `dropped`, or `falls one point`. */
            taken: string;
            /** @description What there would be. */
            then: components["schemas"]["Outlook"];
        };
        /** @description A step. */
        Step3: {
            /** @description `admissible`, `waits`, `cut off` (it requires a step that was given up), `held up` (by no step), `done` or `cancelled`. */
            admission: string;
            /** @description The issues on its agenda. */
            agenda: string[];
            /** @description The steps it waits for, or by which it is cut off. */
            blocked_by: string[];
            /** @description Of an admissible step: the day on which the last step it requires was done. */
            could_be_taken_since: string | null;
            /** @description The statements it rests on. */
            evidence: string[];
            /** @description The steps that wait for it. */
            holds_up: string[];
            /** @description The parties of the case that do not, where the case says who does. */
            not_taking_part: string[];
            /** @description When. */
            on: string | null;
            /** @description Why it was recorded before what it requires. */
            overridden: string | null;
            /** @description The parties that take part. */
            participants: string[];
            /** @description How exact that date is. */
            precision: string | null;
            /** @description `open`, `done`, `blocked` or `cancelled`, as written. */
            status: string;
            /** @description Its title. */
            title: string;
            /**
             * Format: int32
             * @description Days from then to the as-of date.
             */
            waiting_days: number | null;
        };
        /** @description A series of calls of which only the newest counts. */
        Stream: {
            /**
             * @description Other series whose calls rest on what this one asks anew: those under way are ended at once, before whoever asked lets go of them.
             * @default []
             */
            ends: string[];
            /** @description Which series. */
            key: string;
            /**
             * Format: uint64
             * @description Its number in the series.
             */
            number: number;
        };
        /** @description An event, a draft or a step. */
        Thing: {
            /** @description Its id. */
            id: string;
            /** @description `event`, `draft` or `step`. */
            kind: string;
            /** @description What it is, as printed. */
            text: string;
        };
        /** @description Something a text is asked about in the case's own words. */
        Topic: {
            /** @description What it asks. */
            asks: string;
            /** @description Its id. */
            id: string;
            /** @description Its title. */
            title: string;
            /** @description The condition under which it is asked at all, as written. */
            when: string | null;
        };
        /** @description Statements that wait for a coder. */
        Uncoded: {
            /** @description Stand behind nothing. */
            unused: string[];
            /** @description Name no coder. */
            without_coder: string[];
            /** @description Stand behind something, but behind no position. */
            without_position: string[];
        };
        /** @description Words for some choices. */
        Variant: {
            /** @description The ids of the choices, or of the statuses of a lens. */
            for: string[];
            /** @description The words. */
            text: string;
        };
        /** @description How a party is heard. */
        Voice: {
            /**
             * Format: uint
             * @description Statements in its own words.
             */
            own_words: number;
            /**
             * Format: uint
             * @description Statements in somebody else's words.
             */
            reported: number;
            /**
             * Format: uint
             * @description Words in those quotes.
             */
            words_quoted: number;
        };
        /** @description A number in place of a set's own, for this question alone. */
        WhatIf: {
            /** @description Its centre; the middle where it is left out. */
            centre?: number | null;
            /** @description Of which choice. */
            choice?: string | null;
            /** @description Its high end. */
            high: number;
            /** @description On which issue. */
            issue?: string | null;
            /** @description Its low end. */
            low: number;
            /** @description Which. */
            of: components["schemas"]["WhatIfOf"];
            /** @description Whose number. */
            party: string;
            /** @description The set. */
            set: string;
        };
        /** @description What kind of number. */
        WhatIfOf: "bottom_line" | "weight" | "value";
        /** @description A whole package. */
        WholePackage: {
            /** @description Of a case with lenses: what it makes of each. */
            lenses: {
                [key: string]: components["schemas"]["Lens2"];
            };
            /** @description Choice by issue. */
            package: {
                [key: string]: string;
            };
        };
        /** @description Which limits cannot hold together, and what opens the space: first from the stated limits alone, then with estimates. */
        Why: {
            /** @description Under each set of estimates, at the centres of its ranges. */
            answers: components["schemas"]["WhyEstimated"][];
            /** @description The case, and the package or choices asked about. */
            case: components["schemas"]["Head"];
            /** @description That a limit is listed does not mean that it should move. */
            note: string;
            /** @description `detente.why/1`. */
            schema: string;
            /** @description What follows from the stated limits alone. */
            stated: components["schemas"]["WhyPart"];
        };
        /** @description Members that no package meets together, each of which is needed for that. */
        WhyConflict: {
            /** @description The members. */
            members: string[];
            /** @description A minimal set of rules the contradiction needs besides. */
            rules: string[];
        };
        /** @description Why there is no deal under a set of estimates. */
        WhyEstimated: {
            /** @description Who assumes. */
            author: string;
            /** @description Whether points of different parties are said to have a common meaning. */
            comparable: boolean;
            /** @description Whether the lists of conflicts and relaxations are all there are. */
            complete: boolean;
            /** @description The minimal sets that cannot hold together: by size, then by ids. */
            conflicts: components["schemas"]["WhyConflict"][];
            /** @description Its id. */
            estimates: string;
            /** @description SHA-256 over the set. */
            hash: string;
            /** @description How far bottom lines would have to fall; null without estimates and where it was out of reach. */
            least_movement: components["schemas"]["LeastMovement"] | null;
            /** @description What the lists speak of, by id. */
            members: {
                [key: string]: components["schemas"]["WhyMember"];
            };
            /** @description Whether there is a package; nothing is listed then. */
            open: boolean;
            /** @description Whether there is a package with every bottom line at its `low` end, `centre` and `high` end. */
            open_at: {
                [key: string]: boolean;
            };
            /** @description Where a whole package was asked about: what it runs into. */
            package: components["schemas"]["WhyPackage"] | null;
            /** @description The minimal sets whose setting aside opens the space: by size, then by ids. */
            relaxations: components["schemas"]["WhyRelaxation"][];
        };
        /** @description A limit, a bottom line, a fixed choice, choices in brackets or a rule. */
        WhyMember: {
            /** @description The reason given for an assumption. */
            because: string | null;
            /** @description How firm, where that is stated. */
            firmness: string | null;
            /** @description `red line`, `conditional offer`, `estimated red line`, `bottom line`, `fixed choice`, `choices in brackets` or `rule`. */
            kind: string;
            /** @description Whether setting it aside, and nothing else, opens the space. */
            opens_alone: boolean;
            /** @description Whose; null for rules, which are nobody's, and for what the question itself holds. */
            party: string | null;
            /** @description Where it is written; null for what the question itself holds. */
            place: components["schemas"]["Place2"] | null;
            /** @description Statements or positions of the ledger it rests on. */
            source: string[];
            /** @description As it is written. */
            text: string;
        };
        /** @description What a whole package runs into. */
        WhyPackage: {
            /**
             * @description By how many of its own points it lies below the most each party could get within everybody's limits; null without
             *     estimates and without such a package.
             */
            below_best: {
                [key: string]: components["schemas"]["BelowBest"];
            } | null;
            /** @description The limits it crosses and the bottom lines it does not reach. */
            excluded_by: string[];
            /** @description The rules it breaks. */
            rules: string[];
            /** @description By how many of its own points it misses a party's bottom line that counts. */
            shortfall: {
                [key: string]: number;
            };
        };
        /** @description One answer. */
        WhyPart: {
            /** @description Whether the lists of conflicts and relaxations are all there are. */
            complete: boolean;
            /** @description The minimal sets that cannot hold together: by size, then by ids. */
            conflicts: components["schemas"]["WhyConflict"][];
            /** @description How far bottom lines would have to fall; null without estimates and where it was out of reach. */
            least_movement: components["schemas"]["LeastMovement"] | null;
            /** @description What the lists speak of, by id. */
            members: {
                [key: string]: components["schemas"]["WhyMember"];
            };
            /** @description Whether there is a package; nothing is listed then. */
            open: boolean;
            /** @description Where a whole package was asked about: what it runs into. */
            package: components["schemas"]["WhyPackage"] | null;
            /** @description The minimal sets whose setting aside opens the space: by size, then by ids. */
            relaxations: components["schemas"]["WhyRelaxation"][];
        };
        /** @description Members whose setting aside opens the space, each of which is needed for that. */
        WhyRelaxation: {
            /** @description Where bottom lines are among the members: by how much they would have to fall, the other members being set aside. */
            amounts: components["schemas"]["Amounts"] | null;
            /** @description The members. */
            drop: string[];
            /** @description How many packages there are then; null where that was out of reach. */
            reopens: components["schemas"]["Reopens"] | null;
        };
        /** @description A case to draw with. */
        WorkbenchCase: {
            /** @description The date it speaks of. */
            as_of: string | null;
            /** @description `source` or `catalog`, where somebody dated it. */
            as_of_by: string | null;
            /** @description The offers and drafts on record, by id. */
            drafts: {
                [key: string]: components["schemas"]["Draft"];
            };
            /** @description The sets of estimates, by id. */
            estimates: {
                [key: string]: components["schemas"]["Estimates"];
            };
            /** @description SHA-256 over everything but estimates. */
            hash: string;
            /** @description The case's id. */
            id: string | null;
            /** @description The issues, by id. */
            issues: {
                [key: string]: components["schemas"]["Issue"];
            };
            /** @description The lenses, by id. */
            lenses: {
                [key: string]: components["schemas"]["Lens"];
            };
            /** @description The stated red lines and offers, by id. */
            limits: {
                [key: string]: components["schemas"]["Limit"];
            };
            /** @description What the case is. */
            note: string | null;
            /** @description The number of packages, rules aside. */
            packages: string | null;
            /** @description The parties, by id. */
            parties: {
                [key: string]: components["schemas"]["Party"];
            };
            /** @description The people, by id. */
            people: {
                [key: string]: components["schemas"]["Person"];
            };
            /** @description The rules, by id. */
            rules: {
                [key: string]: components["schemas"]["Rule"];
            };
            /** @description `detente.workbench-case/1`. */
            schema: string;
            /** @description Its title. */
            title: string;
        };
        /** @description What a package is worth to a party, at the centres. */
        Worth: {
            /** @description Whether its consent is needed for this package. */
            consent_needed: boolean;
            /** @description Points, to three decimals. */
            points: number;
            /** @description `met`, `at limit`, `within doubt`, `exceeded` or `no bottom line`. */
            standing: string;
            /**
             * Format: int64
             * @description Units, exact.
             */
            units: number;
        };
        /** @description Whether there is a package, and how many. */
        Zone: {
            /** @description How many there are. */
            count: components["schemas"]["Packages"];
            /** @description `exact`; `bounded`: between two numbers, both proved; `estimated` from a sample. */
            count_status: string;
            /** @description Whether there is one. */
            feasible: boolean;
            /** @description Whether both are proved. */
            proved: boolean;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
