// Generated from the server's OpenAPI by `npm run generate:types`. Not edited by hand.

export interface paths {
    "/api/actions/{action_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Action
         * @description Remove an action, unless a rule collects with it.
         */
        delete: operations["remove_action_api_actions__action_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Action
         * @description Change what is asked, from the next collection on.
         */
        patch: operations["change_action_api_actions__action_id__patch"];
        trace?: never;
    };
    "/api/agents": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Agents
         * @description Every agent of the workspace.
         */
        get: operations["list_agents_api_agents_get"];
        put?: never;
        /**
         * Create Agent
         * @description A new agent with safe defaults: verbatim answers, and rules that ring for a person.
         */
        post: operations["create_agent_api_agents_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Agent
         * @description One agent.
         */
        get: operations["get_agent_api_agents__agent_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Agent
         * @description Change some settings. They hold from the next message on.
         */
        patch: operations["change_agent_api_agents__agent_id__patch"];
        trace?: never;
    };
    "/api/agents/{agent_id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Actions
         * @description Every action of the agent.
         */
        get: operations["list_actions_api_agents__agent_id__actions_get"];
        put?: never;
        /**
         * Create Action
         * @description A new action. A rule can then collect with it before it hands off.
         */
        post: operations["create_action_api_agents__agent_id__actions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/rules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get Rules
         * @description The rules of an agent, the fixed order they are part of, and what is likely wrong with them.
         */
        get: operations["get_rules_api_agents__agent_id__rules_get"];
        put?: never;
        /**
         * Add Rule
         * @description A new rule, tried after those there are.
         */
        post: operations["add_rule_api_agents__agent_id__rules_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/rules/order": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Order Rules
         * @description Try the rules in this order.
         */
        put: operations["order_rules_api_agents__agent_id__rules_order_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Sources */
        get: operations["list_sources_api_agents__agent_id__sources_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Files */
        post: operations["add_files_api_agents__agent_id__sources_files_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources/questions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Question */
        post: operations["add_question_api_agents__agent_id__sources_questions_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/agents/{agent_id}/sources/text": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Add Text */
        post: operations["add_text_api_agents__agent_id__sources_text_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Thread
         * @description The whole thread, with notes, collected details and why it was handed off.
         */
        get: operations["read_thread_api_conversations__conversation_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Acknowledge Emergency
         * @description Say that a named person has seen the alarm.
         */
        post: operations["acknowledge_emergency_api_conversations__conversation_id__acknowledgement_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/fields/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Correct Field
         * @description Correct a collected detail; what the visitor wrote is kept beside it.
         */
        patch: operations["correct_field_api_conversations__conversation_id__fields__key__patch"];
        trace?: never;
    };
    "/api/conversations/{conversation_id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Reply
         * @description Reply to the visitor; takes the conversation over when nobody of the team holds it.
         */
        post: operations["post_reply_api_conversations__conversation_id__messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Note
         * @description Leave a note for the team. Visitors never receive it.
         */
        post: operations["post_note_api_conversations__conversation_id__notes_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Mark Read
         * @description Say that the thread was on screen up to `seq`.
         */
        put: operations["mark_read_api_conversations__conversation_id__read_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/resolution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Resolve
         * @description Close the conversation.
         */
        post: operations["resolve_api_conversations__conversation_id__resolution_post"];
        /**
         * Reopen
         * @description Undo the close: the member holds it again.
         */
        delete: operations["reopen_api_conversations__conversation_id__resolution_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/takeover": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take Over
         * @description Hold the conversation; the agent is silent from this moment.
         */
        post: operations["take_over_api_conversations__conversation_id__takeover_post"];
        /**
         * Hand Back
         * @description Return to the agent.
         */
        delete: operations["hand_back_api_conversations__conversation_id__takeover_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/conversations/{conversation_id}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Member Types
         * @description Say that the member is writing a reply. Kept nowhere.
         */
        post: operations["member_types_api_conversations__conversation_id__typing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/documents/{document_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Document */
        get: operations["get_document_api_documents__document_id__get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Poll
         * @description The same log as an answer: at once when there is something, else within `wait` seconds.
         */
        get: operations["poll_api_events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List Inbox
         * @description One page of a view, with the counts of all views.
         */
        get: operations["list_inbox_api_inbox_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite
         * @description Invite a pasted list; the good addresses go out, the others say why not.
         */
        post: operations["invite_api_invitations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitation_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Invitation
         * @description Take it back; the address can be invited anew.
         */
        delete: operations["remove_invitation_api_invitations__invitation_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/{invitation_id}/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send Again
         * @description A new link and another seven days; the link before it is dead.
         */
        post: operations["send_again_api_invitations__invitation_id__resend_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept
         * @description Join, signed in with the invited address or creating its sign-in.
         */
        post: operations["accept_api_invitations_accept_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Preview
         * @description What this link is good for, said to whoever holds it.
         */
        post: operations["preview_api_invitations_preview_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/invitations/renewal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask For New Link
         * @description Ask the inviter for a new link. The answer is the same for every token.
         */
        post: operations["ask_for_new_link_api_invitations_renewal_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/mails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Outbox
         * @description The newest mails, with their text.
         */
        get: operations["read_outbox_api_mails_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Me
         * @description Who is signed in, and where.
         */
        get: operations["me_api_me_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/availability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Set Availability
         * @description Available, or away.
         */
        put: operations["set_availability_api_me_availability_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/me/heartbeat": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Heartbeat
         * @description Still here: the door has noted it. Members unseen for 90 seconds count as away for visitors.
         */
        post: operations["heartbeat_api_me_heartbeat_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Members
         * @description Everybody; and the open invitations, for those who may invite.
         */
        get: operations["read_members_api_members_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/members/{member_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Remove Member
         * @description End a membership, also one's own. Access ends at once.
         */
        delete: operations["remove_member_api_members__member_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Role
         * @description Give a member another role, within one's own reach.
         */
        patch: operations["change_role_api_members__member_id__patch"];
        trace?: never;
    };
    "/api/rules/{rule_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete Rule
         * @description Remove a rule. Handoffs that it caused keep its label.
         */
        delete: operations["delete_rule_api_rules__rule_id__delete"];
        options?: never;
        head?: never;
        /**
         * Change Rule
         * @description Change a rule, from the next message on.
         */
        patch: operations["change_rule_api_rules__rule_id__patch"];
        trace?: never;
    };
    "/api/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign In
         * @description Sign in. A wrong address and a wrong password are answered alike.
         */
        post: operations["sign_in_api_session_post"];
        /**
         * Sign Out
         * @description End this session.
         */
        delete: operations["sign_out_api_session_delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/session/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Choose Workspace
         * @description Continue in another workspace of mine.
         */
        put: operations["choose_workspace_api_session_workspace_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/setup": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Setup Needed
         * @description Whether nobody has set up this Deskbell yet.
         */
        get: operations["setup_needed_api_setup_get"];
        put?: never;
        /**
         * Set Up
         * @description Create the first owner and their workspace, once.
         */
        post: operations["set_up_api_setup_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Get Source */
        get: operations["get_source_api_sources__source_id__get"];
        put?: never;
        post?: never;
        /** Remove Source */
        delete: operations["remove_source_api_sources__source_id__delete"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sources/{source_id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Retry Source */
        post: operations["retry_source_api_sources__source_id__retry_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Stream
         * @description Everything that happens in the workspace after `after` (or after Last-Event-ID), then live.
         */
        get: operations["stream_api_stream_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leave Contact
         * @description Where to say that a reply is here. Never what it says.
         */
        post: operations["leave_contact_api_widget__widget_key__contact_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/conversation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Conversation
         * @description The visitor's thread, whole.
         */
        get: operations["read_conversation_api_widget__widget_key__conversation_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start Anew
         * @description Leave the closed conversation; the next message starts another.
         */
        post: operations["start_anew_api_widget__widget_key__conversations_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Visitor Poll
         * @description The same as an answer.
         */
        get: operations["visitor_poll_api_widget__widget_key__events_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/form": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Submit Form
         * @description The details, typed into the card instead of the chat. What is typed there is screened like any message.
         */
        post: operations["submit_form_api_widget__widget_key__form_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/handoff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask For Person
         * @description The button that is always there. Collects first when the rule says so.
         */
        post: operations["ask_for_person_api_widget__widget_key__handoff_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Post Message
         * @description Store a message. An emergency is recognized here, before and without any model.
         */
        post: operations["post_message_api_widget__widget_key__messages_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/messages/{message_id}/rating": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Rate Answer
         * @description Thumbs on an answer of the agent.
         */
        put: operations["rate_answer_api_widget__widget_key__messages__message_id__rating_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Settings
         * @description How the widget looks and greets, and whether people are there. Public.
         */
        get: operations["read_settings_api_widget__widget_key__settings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Visitor Stream
         * @description The visitor's thread after `after`, then live.
         */
        get: operations["visitor_stream_api_widget__widget_key__stream_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Visitor Types
         * @description Say that the visitor is writing. Members see it, nobody keeps it.
         */
        post: operations["visitor_types_api_widget__widget_key__typing_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/widget/{widget_key}/visitors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Welcome
         * @description A new anonymous visitor. The token is shown once.
         */
        post: operations["welcome_api_widget__widget_key__visitors_post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/workspace": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read Workspace
         * @description The workspace the member is in.
         */
        get: operations["read_workspace_api_workspace_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change Workspace
         * @description Name, time zone, hours and holidays, and the policy for closed threads.
         */
        patch: operations["change_workspace_api_workspace_patch"];
        trace?: never;
    };
    "/api/workspaces": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Found Workspace
         * @description A further workspace of mine.
         */
        post: operations["found_workspace_api_workspaces_post"];
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
        /**
         * AcceptBody
         * @description Name and password only for somebody who has no sign-in yet.
         */
        AcceptBody: {
            /** Name */
            name?: string | null;
            /** Password */
            password?: string | null;
            /** Token */
            token: string;
        };
        /**
         * ActionBody
         * @description An action as an admin writes it.
         */
        ActionBody: {
            /** Fields */
            fields: components["schemas"]["ActionField"][];
            /**
             * Intro
             * @default
             */
            intro: string;
            /** Name */
            name: string;
        };
        /**
         * ActionChanged
         * @description An action was added, changed or removed.
         */
        ActionChanged: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "action.changed";
        };
        /**
         * ActionField
         * @description One thing to ask. Without a `key` it gets one from its label, which it then keeps.
         */
        ActionField: {
            /**
             * Choices
             * @default []
             */
            choices: string[];
            /**
             * Hint
             * @default
             */
            hint: string;
            /**
             * Key
             * @default
             */
            key: string;
            /** Label */
            label: string;
            /**
             * Pattern
             * @default
             */
            pattern: string;
            /**
             * Required
             * @default true
             */
            required: boolean;
            /** @default text */
            type: components["schemas"]["FieldType"];
        };
        /**
         * ActionOut
         * @description An action as members see it.
         */
        ActionOut: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Fields */
            fields: components["schemas"]["ActionField"][];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Intro */
            intro: string;
            /** Name */
            name: string;
        };
        /**
         * ActionPatch
         * @description What to change; a field that is absent stays.
         */
        ActionPatch: {
            /** Fields */
            fields?: components["schemas"]["ActionField"][] | null;
            /** Intro */
            intro?: string | null;
            /** Name */
            name?: string | null;
        };
        /** AddPreset */
        AddPreset: {
            /**
             * Kind
             * @default add_preset
             * @constant
             */
            kind: "add_preset";
            /** Label */
            label: string;
            /**
             * Preset
             * @enum {string}
             */
            preset: "asks_for_person" | "no_answer" | "confidence_below";
        };
        /**
         * After
         * @description The conversation after a request that adds no message of the visitor's.
         */
        After: {
            conversation: components["schemas"]["VisitorConversation"] | null;
        };
        /**
         * AgentChanged
         * @description Instructions, wording, model or appearance changed.
         */
        AgentChanged: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "agent.changed";
        };
        /**
         * AgentCreated
         * @description Its first rules follow.
         */
        AgentCreated: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "agent.created";
        };
        /**
         * AgentOut
         * @description An agent as members see it. `widget_key` is public; `has_model_key` is all that is said about the key.
         */
        AgentOut: {
            /** Allowed Sites */
            allowed_sites: string[];
            /**
             * Answerer
             * @enum {string}
             */
            answerer: "verbatim" | "generative";
            /** Brand Color */
            brand_color: string;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Emergency Region */
            emergency_region: string;
            /** Greeting */
            greeting: string;
            /** Has Model Key */
            has_model_key: boolean;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Instructions */
            instructions: string;
            /** Language */
            language: string;
            /** Model Name */
            model_name: string;
            /** Model Url */
            model_url: string;
            /** Name */
            name: string;
            /** Suggested Questions */
            suggested_questions: string[];
            /**
             * Tone
             * @enum {string}
             */
            tone: "warm" | "plain" | "formal";
            /** Widget Key */
            widget_key: string;
        };
        /**
         * AgentPatch
         * @description What to change; a field that is absent stays. An empty `model_key` forgets the key.
         */
        AgentPatch: {
            /** Allowed Sites */
            allowed_sites?: string[] | null;
            /** Answerer */
            answerer?: ("verbatim" | "generative") | null;
            /** Brand Color */
            brand_color?: string | null;
            /** Emergency Region */
            emergency_region?: string | null;
            /** Greeting */
            greeting?: string | null;
            /** Instructions */
            instructions?: string | null;
            /** Language */
            language?: string | null;
            /** Model Key */
            model_key?: string | null;
            /** Model Name */
            model_name?: string | null;
            /** Model Url */
            model_url?: string | null;
            /** Name */
            name?: string | null;
            /** Suggested Questions */
            suggested_questions?: string[] | null;
            /** Tone */
            tone?: ("warm" | "plain" | "formal") | null;
        };
        /**
         * AnswerRated
         * @description The visitor said whether an answer helped, or took that back.
         */
        AnswerRated: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Message Id
             * Format: uuid
             */
            message_id: string;
            /** Rating */
            rating: ("up" | "down") | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.answer_rated";
        };
        /**
         * AsksForPerson
         * @description The visitor asks for a person, in any wording.
         */
        "AsksForPerson-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "asks_for_person";
        };
        /**
         * AsksForPerson
         * @description The visitor asks for a person, in any wording.
         */
        "AsksForPerson-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "asks_for_person";
        };
        /**
         * Author
         * @enum {string}
         */
        Author: "visitor" | "agent" | "member" | "desk";
        /** AvailabilityBody */
        AvailabilityBody: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "available" | "away";
        };
        /** Body_add_files_api_agents__agent_id__sources_files_post */
        Body_add_files_api_agents__agent_id__sources_files_post: {
            /** Files */
            files: string[];
        };
        /** ChooseBody */
        ChooseBody: {
            /**
             * Workspace Id
             * Format: uuid
             */
            workspace_id: string;
        };
        /**
         * Citation
         * @description What an answer used. `quote` occurs in the passage, letter by letter.
         */
        Citation: {
            /** Number */
            number: number;
            /** Passage */
            passage: string;
            /**
             * Passage Id
             * Format: uuid
             */
            passage_id: string;
            /** Path */
            path: string;
            /** Quote */
            quote: string;
            /** Read At */
            read_at: string | null;
            /**
             * Source Id
             * Format: uuid
             */
            source_id: string;
            /** Title */
            title: string;
            /** Url */
            url: string | null;
        };
        /** CollectFirst */
        CollectFirst: {
            /**
             * Action Id
             * Format: uuid
             */
            action_id: string;
            /**
             * Kind
             * @default collect_first
             * @constant
             */
            kind: "collect_first";
            /** Label */
            label: string;
            /**
             * Rule Id
             * Format: uuid
             */
            rule_id: string;
        };
        /**
         * ConfidenceBelow
         * @description There is an answer, and its confidence is below `threshold` (0 to 1). 0 never; 1 unless the answer is exact.
         */
        "ConfidenceBelow-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "confidence_below";
            /** Threshold */
            threshold: number;
        };
        /**
         * ConfidenceBelow
         * @description There is an answer, and its confidence is below `threshold` (0 to 1). 0 never; 1 unless the answer is exact.
         */
        "ConfidenceBelow-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "confidence_below";
            /** Threshold */
            threshold: number;
        };
        /** ContactBody */
        ContactBody: {
            /**
             * Email
             * Format: email
             */
            email: string;
        };
        /**
         * Conversation
         * @description A row of the inbox: the state after the change, whole, so that clients replace and never patch.
         */
        Conversation: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /** Contact Known */
            contact_known: boolean;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            emergency: components["schemas"]["Emergency"] | null;
            /** Epoch */
            epoch: number;
            form: components["schemas"]["Form"] | null;
            /** Holder Id */
            holder_id: string | null;
            /** Holder Name */
            holder_name: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Is Test */
            is_test: boolean;
            /** Label */
            label: string | null;
            last_message: components["schemas"]["LastMessage"] | null;
            /** Last Seq */
            last_seq: number;
            /** Last Visitor Seq */
            last_visitor_seq: number;
            /** Page */
            page: string | null;
            priority: components["schemas"]["Priority"];
            reason: components["schemas"]["Reason"] | null;
            /** Rule Id */
            rule_id: string | null;
            /** Segment */
            segment: number;
            /**
             * Since
             * Format: date-time
             */
            since: string;
            state: components["schemas"]["State"];
            /**
             * Updated At
             * Format: date-time
             */
            updated_at: string;
            /**
             * Visitor Id
             * Format: uuid
             */
            visitor_id: string;
            /** Visitor Name */
            visitor_name: string;
            /** Waiting Since */
            waiting_since: string | null;
        };
        /** ConversationForVisitor */
        ConversationForVisitor: {
            conversation: components["schemas"]["VisitorConversation"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation";
        };
        /**
         * ConversationRead
         * @description A member has seen the thread up to `seq`.
         */
        ConversationRead: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Seq */
            seq: number;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.read";
        };
        /**
         * ConversationStarted
         * @description A visitor's first message opened a thread.
         */
        ConversationStarted: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.started";
        };
        /** CorrectionBody */
        CorrectionBody: {
            /** Value */
            value: string;
        };
        /** DeleteRule */
        DeleteRule: {
            /**
             * Kind
             * @default delete_rule
             * @constant
             */
            kind: "delete_rule";
            /** Label */
            label: string;
            /**
             * Rule Id
             * Format: uuid
             */
            rule_id: string;
        };
        /** DraftWithdrawn */
        deskbell__channels__widget__wire__DraftWithdrawn: {
            /**
             * Turn Id
             * Format: uuid
             */
            turn_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft_withdrawn";
        };
        /**
         * DraftWithdrawn
         * @description The answer ends here and leaves the visitor's screen; `text` is what they had read.
         */
        deskbell__events__ephemeral__DraftWithdrawn: {
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /** Text */
            text: string;
            /**
             * Turn Id
             * Format: uuid
             */
            turn_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft_withdrawn";
            /**
             * Visitor Id
             * Format: uuid
             */
            visitor_id: string;
        };
        /** DocumentOut */
        DocumentOut: {
            /** Body */
            body: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Read At
             * Format: date-time
             */
            read_at: string;
            /**
             * Source Id
             * Format: uuid
             */
            source_id: string;
            /** Title */
            title: string;
            /** Url */
            url: string | null;
        };
        /**
         * Draft
         * @description The agent's answer so far; every sentence in it has been checked. `epoch` is the one the turn began in.
         */
        Draft: {
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /** Epoch */
            epoch: number;
            /** Text */
            text: string;
            /**
             * Turn Id
             * Format: uuid
             */
            turn_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft";
            /**
             * Visitor Id
             * Format: uuid
             */
            visitor_id: string;
        };
        /**
         * DraftForVisitor
         * @description The answer so far, sentence by sentence, each checked. Replaces what was shown of this turn.
         */
        DraftForVisitor: {
            /** Text */
            text: string;
            /**
             * Turn Id
             * Format: uuid
             */
            turn_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "draft";
        };
        /** EarlierConversation */
        EarlierConversation: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Text */
            last_text: string | null;
            /**
             * Opened At
             * Format: date-time
             */
            opened_at: string;
            state: components["schemas"]["State"];
        };
        /** EditAction */
        EditAction: {
            /**
             * Action Id
             * Format: uuid
             */
            action_id: string;
            /**
             * Kind
             * @default edit_action
             * @constant
             */
            kind: "edit_action";
            /** Label */
            label: string;
        };
        /** Emergency */
        Emergency: {
            /** Acknowledged At */
            acknowledged_at: string | null;
            /** Acknowledged By */
            acknowledged_by: string | null;
            card: components["schemas"]["EmergencyCard"];
            /** Kind */
            kind: string;
            /**
             * Raised At
             * Format: date-time
             */
            raised_at: string;
        };
        /**
         * EmergencyAcknowledged
         * @description A named member has seen the emergency.
         */
        EmergencyAcknowledged: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.emergency_acknowledged";
        };
        /**
         * EmergencyCard
         * @description Approved wording. `footnote` is for visitors elsewhere; `after` says what happens now.
         */
        EmergencyCard: {
            /**
             * After
             * @default
             */
            after: string;
            /**
             * Footnote
             * @default
             */
            footnote: string;
            /** Heading */
            heading: string;
            /** Numbers */
            numbers: components["schemas"]["EmergencyNumber"][];
            /** Sentence */
            sentence: string;
        };
        /** EmergencyNumber */
        EmergencyNumber: {
            /**
             * Can Text
             * @default false
             */
            can_text: boolean;
            /** Label */
            label: string;
            /** Number */
            number: string;
        };
        /** EmergencyNumbers */
        EmergencyNumbers: {
            /** Numbers */
            numbers: components["schemas"]["EmergencyNumber"][];
        };
        /**
         * EmergencyRaised
         * @description The screen saw an emergency; `message` carries the approved card.
         */
        EmergencyRaised: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.emergency_raised";
        };
        /** EnableRule */
        EnableRule: {
            /**
             * Kind
             * @default enable_rule
             * @constant
             */
            kind: "enable_rule";
            /** Label */
            label: string;
            /**
             * Rule Id
             * Format: uuid
             */
            rule_id: string;
        };
        /**
         * EphemeralForMember
         * @description The shape of `event: ephemeral` on the stream (named here so that it reaches the generated types).
         */
        EphemeralForMember: {
            /** Ephemeral */
            ephemeral: components["schemas"]["Draft"] | components["schemas"]["deskbell__events__ephemeral__DraftWithdrawn"] | components["schemas"]["Typing"];
        };
        /**
         * EventForVisitor
         * @description The shapes on a visitor's stream (named here so that they reach the generated types).
         */
        EventForVisitor: {
            /** Event */
            event: components["schemas"]["MessageForVisitor"] | components["schemas"]["ConversationForVisitor"] | components["schemas"]["DraftForVisitor"] | components["schemas"]["deskbell__channels__widget__wire__DraftWithdrawn"] | components["schemas"]["TypingForVisitor"];
        };
        /** EventPage */
        EventPage: {
            /** Events */
            events: components["schemas"]["MemberEvent"][];
            /** Position */
            position: number;
        };
        /** FieldProblem */
        FieldProblem: {
            /** Key */
            key: string;
            /** Sentence */
            sentence: string;
        };
        /** FieldsBody */
        FieldsBody: {
            /** Fields */
            fields: components["schemas"]["FieldValue"][];
        };
        /**
         * FieldsCollected
         * @description Details were understood, corrected or closed; `fields` is the whole card.
         */
        FieldsCollected: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /** Fields */
            fields: components["schemas"]["FieldValue"][];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.fields_collected";
        };
        /**
         * FieldType
         * @enum {string}
         */
        FieldType: "text" | "choice" | "email" | "phone" | "date" | "reference";
        /**
         * FieldValue
         * @description A collected detail. `original` is what the visitor wrote; `edited_by` is the member who corrected it.
         */
        FieldValue: {
            /** Action Id */
            action_id: string | null;
            /** Edited By */
            edited_by: string | null;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /**
             * Missing
             * @default false
             */
            missing: boolean;
            /** Original */
            original: string;
            /** Value */
            value: string;
            /** Verified */
            verified: boolean;
        };
        /**
         * Finding
         * @description `rule_id` is the rule to show it at; None: it is about the whole set.
         */
        Finding: {
            /** Code */
            code: string;
            /** Fix */
            fix: components["schemas"]["AddPreset"] | components["schemas"]["EnableRule"] | components["schemas"]["DeleteRule"] | components["schemas"]["CollectFirst"] | components["schemas"]["MoveBefore"] | components["schemas"]["SetThreshold"] | components["schemas"]["EditAction"];
            /** Rule Id */
            rule_id: string | null;
            /** Sentence */
            sentence: string;
        };
        /**
         * Form
         * @description What the agent is asking for, with what it has understood so far.
         */
        Form: {
            /**
             * Action Id
             * Format: uuid
             */
            action_id: string;
            /** Fields */
            fields: components["schemas"]["FormField"][];
            /**
             * Problems
             * @default []
             */
            problems: components["schemas"]["FieldProblem"][];
            /**
             * Values
             * @default {}
             */
            values: {
                [key: string]: string;
            };
        };
        /** FormBody */
        FormBody: {
            /**
             * Just Connect Me
             * @default false
             */
            just_connect_me: boolean;
            /** Key */
            key: string;
            /**
             * Values
             * @default {}
             */
            values: {
                [key: string]: string;
            };
        };
        /** FormField */
        FormField: {
            /**
             * Choices
             * @default []
             */
            choices: string[];
            /**
             * Hint
             * @default
             */
            hint: string;
            /** Key */
            key: string;
            /** Label */
            label: string;
            /** Required */
            required: boolean;
            type: components["schemas"]["FieldType"];
        };
        /**
         * GivenFiles
         * @description Each file on its own: one that is refused does not stop the others.
         */
        GivenFiles: {
            /** Added */
            added: components["schemas"]["SourceRow"][];
            /** Refused */
            refused: components["schemas"]["RefusedFile"][];
        };
        /**
         * HandedBack
         * @description A member returned it to the agent, which answers only what comes after.
         */
        HandedBack: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.handed_back";
        };
        /**
         * HandedOff
         * @description The agent let go; `message` is the line in the thread.
         */
        HandedOff: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            handoff: components["schemas"]["Handoff"];
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.handed_off";
        };
        /**
         * Handoff
         * @description One time the agent let go: the reason, what fired, what had been tried.
         */
        Handoff: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Label */
            label: string;
            /** Matched */
            matched: string | null;
            /** Question */
            question: string | null;
            reason: components["schemas"]["Reason"];
            /** Rule Id */
            rule_id: string | null;
            /** Rule Version */
            rule_version: number | null;
            /** Score */
            score: number | null;
            /**
             * Tried
             * @default []
             */
            tried: components["schemas"]["Tried"][];
        };
        /** HandoffBody */
        HandoffBody: {
            /** Key */
            key: string;
        };
        /** HTTPValidationError */
        HTTPValidationError: {
            /** Detail */
            detail: components["schemas"]["ValidationError"][];
        };
        /**
         * InboxPage
         * @description `position`: apply the events of the stream after it.
         */
        InboxPage: {
            /** Conversations */
            conversations: components["schemas"]["Conversation"][];
            /** Counts */
            counts: {
                [key: string]: number;
            };
            /** Next Cursor */
            next_cursor: string | null;
            /** Position */
            position: number;
            /** Read */
            read: {
                [key: string]: number;
            };
        };
        /**
         * InvitationChanged
         * @description Accepted, removed, or its mail was sent or refused: pages that list invitations read them anew.
         */
        InvitationChanged: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Invitation Id
             * Format: uuid
             */
            invitation_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "invitation.changed";
        };
        /**
         * InvitationOut
         * @description `link` works only while the state is pending; None when its role is above the reader's.
         */
        InvitationOut: {
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Email */
            email: string;
            /**
             * Expires At
             * Format: date-time
             */
            expires_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Invited By */
            invited_by: string;
            /** Link */
            link: string | null;
            /** Mail Error */
            mail_error: string | null;
            /**
             * Mail State
             * @enum {string}
             */
            mail_state: "waiting" | "kept" | "sent" | "failed";
            /** Renewal Asked At */
            renewal_asked_at: string | null;
            role: components["schemas"]["Role"];
            /**
             * Sent At
             * Format: date-time
             */
            sent_at: string;
            state: components["schemas"]["InvitationState"];
        };
        /**
         * InvitationSent
         * @description A new link exists, for a first or a renewed invitation.
         */
        InvitationSent: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Invitation Id
             * Format: uuid
             */
            invitation_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "invitation.sent";
        };
        /**
         * InvitationState
         * @description Derived from the row and the time; only pending ones can be accepted.
         * @enum {string}
         */
        InvitationState: "pending" | "expired" | "accepted" | "revoked";
        /** InviteBody */
        InviteBody: {
            /** Emails */
            emails: string[];
            role: components["schemas"]["Role"];
        };
        /** InvitedOut */
        InvitedOut: {
            /** Invited */
            invited: components["schemas"]["InvitationOut"][];
            /** Refused */
            refused: components["schemas"]["NotInvitedOut"][];
        };
        /**
         * Judge
         * @description Who decides a step: the product (locked), the admin's rules, or nobody (it only happens).
         * @enum {string}
         */
        Judge: "product" | "rules_on_message" | "rules_on_answer" | "nobody";
        /** LastMessage */
        LastMessage: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            author: components["schemas"]["Author"];
            kind: components["schemas"]["MessageKind"];
            /** Text */
            text: string;
        };
        /**
         * LinkState
         * @description What a link is good for. All but PENDING and WRONG_PERSON are final.
         * @enum {string}
         */
        LinkState: "pending" | "expired" | "revoked" | "replaced" | "used" | "unknown" | "wrong_person";
        /**
         * MailOut
         * @description `text` is composed when it is read; a link that is dead, or above the reader's role, is not in it.
         */
        MailOut: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /** Error */
            error: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * State
             * @enum {string}
             */
            state: "waiting" | "kept" | "sent" | "failed";
            /** Subject */
            subject: string;
            /** Text */
            text: string;
            /** To */
            to: string;
        };
        /**
         * Me
         * @description Who is signed in, where they may go, and where they are (None: they have to choose).
         */
        Me: {
            person: components["schemas"]["PersonOut"];
            workspace: components["schemas"]["WorkspaceOut"] | null;
            /** Workspaces */
            workspaces: components["schemas"]["MembershipOut"][];
        };
        /**
         * MemberChanged
         * @description Role or availability changed.
         */
        MemberChanged: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            member: components["schemas"]["MemberRow"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.changed";
        };
        /**
         * MemberEvent
         * @description An event on a member's stream, with its place in the workspace's log.
         */
        MemberEvent: {
            /** Event */
            event: components["schemas"]["ConversationStarted"] | components["schemas"]["MessagePosted"] | components["schemas"]["HandedOff"] | components["schemas"]["TakenOver"] | components["schemas"]["HandedBack"] | components["schemas"]["Resolved"] | components["schemas"]["Reopened"] | components["schemas"]["EmergencyRaised"] | components["schemas"]["EmergencyAcknowledged"] | components["schemas"]["FieldsCollected"] | components["schemas"]["NoteAdded"] | components["schemas"]["ConversationRead"] | components["schemas"]["AnswerRated"] | components["schemas"]["WorkspaceChanged"] | components["schemas"]["MemberJoined"] | components["schemas"]["MemberChanged"] | components["schemas"]["MemberRemoved"] | components["schemas"]["InvitationSent"] | components["schemas"]["RenewalAsked"] | components["schemas"]["InvitationChanged"] | components["schemas"]["AgentCreated"] | components["schemas"]["AgentChanged"] | components["schemas"]["RuleChanged"] | components["schemas"]["ActionChanged"] | components["schemas"]["SourceAdded"] | components["schemas"]["SourceChanged"] | components["schemas"]["SourceRemoved"];
            /** Position */
            position: number;
        };
        /**
         * MemberJoined
         * @description An invited person accepted, or the owner set the workspace up.
         */
        MemberJoined: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            member: components["schemas"]["MemberRow"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.joined";
        };
        /** MemberOut */
        MemberOut: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "available" | "away";
            /**
             * Availability Since
             * Format: date-time
             */
            availability_since: string;
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Joined At
             * Format: date-time
             */
            joined_at: string;
            /**
             * Last Seen At
             * Format: date-time
             */
            last_seen_at: string;
            /** Name */
            name: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            role: components["schemas"]["Role"];
        };
        /**
         * MemberRemoved
         * @description Access ended; the history keeps the name.
         */
        MemberRemoved: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "member.removed";
        };
        /** MemberRow */
        MemberRow: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "available" | "away";
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Joined At
             * Format: date-time
             */
            joined_at: string;
            /** Name */
            name: string;
            /**
             * Person Id
             * Format: uuid
             */
            person_id: string;
            /**
             * Role
             * @enum {string}
             */
            role: "owner" | "admin" | "operator";
        };
        /**
         * Members
         * @description `invitations` is empty for operators: only those who invite see them.
         */
        Members: {
            /** Invitations */
            invitations: components["schemas"]["InvitationOut"][];
            /** Members */
            members: components["schemas"]["MemberOut"][];
        };
        /** MembershipOut */
        MembershipOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            role: components["schemas"]["Role"];
        };
        /**
         * Message
         * @description One entry of the thread; `seq` is gap-free in its conversation.
         */
        Message: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            author: components["schemas"]["Author"];
            card: components["schemas"]["EmergencyCard"] | null;
            /** Confidence */
            confidence: number | null;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            form: components["schemas"]["Form"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            kind: components["schemas"]["MessageKind"];
            /** Label */
            label: string | null;
            /** Member Id */
            member_id: string | null;
            /** Member Name */
            member_name: string | null;
            /** Rating */
            rating: ("up" | "down") | null;
            reason: components["schemas"]["Reason"] | null;
            /**
             * Segment
             * @default 1
             */
            segment: number;
            /** Seq */
            seq: number;
            /**
             * Sources
             * @default []
             */
            sources: components["schemas"]["Citation"][];
            /** Text */
            text: string;
            /** Turn Id */
            turn_id: string | null;
        };
        /** MessageBody */
        MessageBody: {
            /** Conversation Id */
            conversation_id?: string | null;
            /** Key */
            key: string;
            /** Page */
            page?: string | null;
            /** Text */
            text: string;
        };
        /** MessageForVisitor */
        MessageForVisitor: {
            conversation: components["schemas"]["VisitorConversation"];
            message: components["schemas"]["VisitorMessage"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "message";
        };
        /**
         * MessageKind
         * @description What a message is. Everything but `text`, `answer` and `question` is a line or card of the desk.
         * @enum {string}
         */
        MessageKind: "text" | "answer" | "question" | "handed_off" | "taken_over" | "handed_back" | "resolved" | "reopened" | "emergency";
        /**
         * MessagePosted
         * @description A visitor, the agent or the holding member wrote.
         */
        MessagePosted: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.message_posted";
        };
        /** MoveBefore */
        MoveBefore: {
            /**
             * Before Rule Id
             * Format: uuid
             */
            before_rule_id: string;
            /**
             * Kind
             * @default move_before
             * @constant
             */
            kind: "move_before";
            /** Label */
            label: string;
            /**
             * Rule Id
             * Format: uuid
             */
            rule_id: string;
        };
        /** NameBody */
        NameBody: {
            /** Name */
            name: string;
        };
        /**
         * NewAgent
         * @description A new agent needs a name; everything else has a default that works.
         */
        NewAgent: {
            /** Allowed Sites */
            allowed_sites?: string[] | null;
            /** Answerer */
            answerer?: ("verbatim" | "generative") | null;
            /** Brand Color */
            brand_color?: string | null;
            /** Emergency Region */
            emergency_region?: string | null;
            /** Greeting */
            greeting?: string | null;
            /** Instructions */
            instructions?: string | null;
            /** Language */
            language?: string | null;
            /** Model Key */
            model_key?: string | null;
            /** Model Name */
            model_name?: string | null;
            /** Model Url */
            model_url?: string | null;
            /** Name */
            name: string;
            /** Suggested Questions */
            suggested_questions?: string[] | null;
            /** Tone */
            tone?: ("warm" | "plain" | "formal") | null;
        };
        /** NewQuestion */
        NewQuestion: {
            /** Answer */
            answer: string;
            /** Question */
            question: string;
        };
        /**
         * NewRule
         * @description A rule as an admin writes it.
         */
        NewRule: {
            /** Collect First */
            collect_first?: string | null;
            /**
             * Enabled
             * @default true
             */
            enabled: boolean;
            /** Label */
            label: string;
            /**
             * Priority
             * @default normal
             * @enum {string}
             */
            priority: "normal" | "urgent";
            /** When */
            when: components["schemas"]["AsksForPerson-Input"] | components["schemas"]["NoAnswer-Input"] | components["schemas"]["ConfidenceBelow-Input"] | components["schemas"]["Phrase-Input"];
        };
        /** NewText */
        NewText: {
            /** Text */
            text: string;
            /** Title */
            title: string;
        };
        /**
         * NoAnswer
         * @description The content does not answer the question.
         */
        "NoAnswer-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "no_answer";
        };
        /**
         * NoAnswer
         * @description The content does not answer the question.
         */
        "NoAnswer-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "no_answer";
        };
        /**
         * Note
         * @description Written by a member for members. Never in any visitor payload.
         */
        Note: {
            /** After Seq */
            after_seq: number;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string;
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Member Name */
            member_name: string;
            /** Text */
            text: string;
        };
        /**
         * NoteAdded
         * @description A member wrote a note, for members only.
         */
        NoteAdded: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            note: components["schemas"]["Note"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.note_added";
        };
        /** NoteBody */
        NoteBody: {
            /** Key */
            key: string;
            /** Text */
            text: string;
        };
        /** NotInvitedOut */
        NotInvitedOut: {
            /** Code */
            code: string;
            /** Email */
            email: string;
            /** Invitation Id */
            invitation_id: string | null;
            /** Message */
            message: string;
        };
        /**
         * Outbox
         * @description `smtp` is False when there is no mail server: then these mails were sent to nobody.
         */
        Outbox: {
            /** Mails */
            mails: components["schemas"]["MailOut"][];
            /** Smtp */
            smtp: boolean;
        };
        /** PassageOut */
        PassageOut: {
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Path */
            path: string;
            /** Text */
            text: string;
            /** Words */
            words: number;
        };
        /**
         * Person
         * @description Who of the team is on the other side: a first name and initials.
         */
        Person: {
            /** Initials */
            initials: string;
            /** Name */
            name: string;
        };
        /** PersonOut */
        PersonOut: {
            /** Email */
            email: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
        };
        /**
         * Phrase
         * @description The message contains one of the phrases, as whole words, whatever the case, accents and punctuation.
         */
        "Phrase-Input": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "phrase";
            /** Phrases */
            phrases: string[];
        };
        /**
         * Phrase
         * @description The message contains one of the phrases, as whole words, whatever the case, accents and punctuation.
         */
        "Phrase-Output": {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            kind: "phrase";
            /** Phrases */
            phrases: string[];
        };
        /** Posted */
        Posted: {
            conversation: components["schemas"]["VisitorConversation"];
            message: components["schemas"]["VisitorMessage"];
        };
        /**
         * Preset
         * @description A rule ready to add. A new agent starts with all of them; those not `starts_enabled` wait for an admin's choice.
         */
        Preset: {
            /**
             * Key
             * @enum {string}
             */
            key: "asks_for_person" | "no_answer" | "confidence_below";
            /** Label */
            label: string;
            /** Sentence */
            sentence: string;
            /** Starts Enabled */
            starts_enabled: boolean;
            /** When */
            when: components["schemas"]["AsksForPerson-Output"] | components["schemas"]["NoAnswer-Output"] | components["schemas"]["ConfidenceBelow-Output"] | components["schemas"]["Phrase-Output"];
        };
        /** PreviewOut */
        PreviewOut: {
            /** Email */
            email: string | null;
            /** Has Login */
            has_login: boolean;
            /** Invited By */
            invited_by: string | null;
            role: components["schemas"]["Role"] | null;
            /** Signed In As */
            signed_in_as: string | null;
            state: components["schemas"]["LinkState"];
            /** Workspace Name */
            workspace_name: string | null;
        };
        /**
         * Priority
         * @enum {string}
         */
        Priority: "normal" | "urgent" | "emergency";
        /** RatingBody */
        RatingBody: {
            /** Rating */
            rating: ("up" | "down") | null;
        };
        /** ReadBody */
        ReadBody: {
            /** Seq */
            seq: number;
        };
        /**
         * Reason
         * @description Why a conversation left the agent. Shown as a sentence; never free text.
         * @enum {string}
         */
        Reason: "asked_for_person" | "no_answer" | "low_confidence" | "phrase" | "clinical" | "emergency" | "agent_unavailable" | "left_during_collection" | "reopened" | "handed_by_member";
        /**
         * RefusedFile
         * @description A file that was not taken in, and why.
         */
        RefusedFile: {
            /** File Name */
            file_name: string;
            /** Sentence */
            sentence: string;
        };
        /**
         * RenewalAsked
         * @description The invited person found the link expired and asks for a new one.
         */
        RenewalAsked: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Invitation Id
             * Format: uuid
             */
            invitation_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "invitation.renewal_asked";
        };
        /**
         * Reopened
         * @description A visitor wrote on a resolved thread, or a member undid the close.
         */
        Reopened: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.reopened";
        };
        /** RepliedBody */
        RepliedBody: {
            conversation: components["schemas"]["Conversation"];
            message: components["schemas"]["Message"];
        };
        /**
         * ReplyBody
         * @description `seen_seq`: the newest message on the page that sends; older than the thread → 409 `thread_changed`.
         */
        ReplyBody: {
            /** Key */
            key: string;
            /** Seen Seq */
            seen_seq?: number | null;
            /** Text */
            text: string;
        };
        /** ResolutionBody */
        ResolutionBody: {
            /** Seen Seq */
            seen_seq?: number | null;
        };
        /**
         * Resolved
         * @description A member closed it; the agent stays silent on this thread.
         */
        Resolved: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.resolved";
        };
        /**
         * Role
         * @description Owners also hand out ownership; admins also change content, rules and the team; operators answer in the inbox.
         * @enum {string}
         */
        Role: "owner" | "admin" | "operator";
        /** RolePatch */
        RolePatch: {
            role: components["schemas"]["Role"];
        };
        /**
         * RuleChanged
         * @description Handoff rules were added, changed, ordered or removed.
         */
        RuleChanged: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "rule.changed";
        };
        /**
         * RuleOrder
         * @description Every rule of the agent, once, in the wanted order.
         */
        RuleOrder: {
            /** Rule Ids */
            rule_ids: string[];
        };
        /**
         * RuleOut
         * @description A rule as members see it. `fired_30_days`: how often it handed off lately, in all its versions.
         */
        RuleOut: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /** Collect First */
            collect_first: string | null;
            /** Enabled */
            enabled: boolean;
            /** Fired 30 Days */
            fired_30_days: number;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Label */
            label: string;
            /** Position */
            position: number;
            /**
             * Priority
             * @enum {string}
             */
            priority: "normal" | "urgent";
            /** Sentence */
            sentence: string;
            /** Version */
            version: number;
            /** When */
            when: components["schemas"]["AsksForPerson-Output"] | components["schemas"]["NoAnswer-Output"] | components["schemas"]["ConfidenceBelow-Output"] | components["schemas"]["Phrase-Output"];
        };
        /**
         * RulePatch
         * @description What to change; a field that is absent stays. `collect_first` null: hand off at once.
         */
        RulePatch: {
            /** Collect First */
            collect_first?: string | null;
            /** Enabled */
            enabled?: boolean | null;
            /** Label */
            label?: string | null;
            /** Priority */
            priority?: ("normal" | "urgent") | null;
            /** When */
            when?: (components["schemas"]["AsksForPerson-Input"] | components["schemas"]["NoAnswer-Input"] | components["schemas"]["ConfidenceBelow-Input"] | components["schemas"]["Phrase-Input"]) | null;
        };
        /**
         * RulesOut
         * @description The page of the rule editor. `warnings` are advice, each with its fix.
         */
        RulesOut: {
            /** Order */
            order: components["schemas"]["Step"][];
            /** Presets */
            presets: components["schemas"]["Preset"][];
            /** Rules */
            rules: components["schemas"]["RuleOut"][];
            /** Warnings */
            warnings: components["schemas"]["Finding"][];
        };
        /** SetThreshold */
        SetThreshold: {
            /**
             * Kind
             * @default set_threshold
             * @constant
             */
            kind: "set_threshold";
            /** Label */
            label: string;
            /**
             * Rule Id
             * Format: uuid
             */
            rule_id: string;
            /** Threshold */
            threshold: number;
        };
        /**
         * SetupBody
         * @description `agent_name` is for the page's own next step, creating the agent.
         */
        SetupBody: {
            /** Agent Name */
            agent_name?: string | null;
            /** Email */
            email: string;
            /** Name */
            name: string;
            /** Password */
            password: string;
            /** Token */
            token: string;
            /** Workspace Name */
            workspace_name: string;
        };
        /** SetupNeeded */
        SetupNeeded: {
            /** Needed */
            needed: boolean;
        };
        /** SignInBody */
        SignInBody: {
            /** Email */
            email: string;
            /** Password */
            password: string;
        };
        /**
         * Snapshot
         * @description The visitor's thread as it is.
         */
        Snapshot: {
            availability: components["schemas"]["VisitorAvailability"];
            conversation: components["schemas"]["VisitorConversation"] | null;
            /** Last Seq */
            last_seq: number;
            /** Messages */
            messages: components["schemas"]["VisitorMessage"][];
        };
        /**
         * SourceAdded
         * @description Content was given to an agent; it is not read yet.
         */
        SourceAdded: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            source: components["schemas"]["SourceRow"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "source.added";
        };
        /**
         * SourceChanged
         * @description Its training went on: being read, trained or failed.
         */
        SourceChanged: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            source: components["schemas"]["SourceRow"];
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "source.changed";
        };
        /**
         * SourceDetail
         * @description A source with what was understood of it: `body` is small Markdown; both are empty until it is trained.
         */
        SourceDetail: {
            /** Body */
            body: string;
            /** Passages */
            passages: components["schemas"]["PassageOut"][];
            /** Read At */
            read_at: string | null;
            source: components["schemas"]["SourceRow"];
            /** Url */
            url: string | null;
        };
        /** SourceList */
        SourceList: {
            /** Sources */
            sources: components["schemas"]["SourceRow"][];
        };
        /**
         * SourceRemoved
         * @description It is gone, and its passages with it.
         */
        SourceRemoved: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Source Id
             * Format: uuid
             */
            source_id: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "source.removed";
        };
        /** SourceRow */
        SourceRow: {
            /**
             * Agent Id
             * Format: uuid
             */
            agent_id: string;
            /** Answers Used */
            answers_used: number;
            /**
             * Created At
             * Format: date-time
             */
            created_at: string;
            /** Failure */
            failure: string | null;
            /** File Name */
            file_name: string | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Kind
             * @enum {string}
             */
            kind: "file" | "text" | "qa";
            /** Passages */
            passages: number;
            /**
             * Status
             * @enum {string}
             */
            status: "pending" | "processing" | "trained" | "failed";
            /** Title */
            title: string;
            /** Trained At */
            trained_at: string | null;
            /** Words */
            words: number;
        };
        /**
         * State
         * @description Who has the conversation. `waiting` is "nobody yet".
         * @enum {string}
         */
        State: "agent" | "waiting" | "member" | "resolved";
        /**
         * Step
         * @description One step: its place, its name, and what happens there in a sentence.
         */
        Step: {
            /** @default nobody */
            judge: components["schemas"]["Judge"];
            /** Name */
            name: string;
            /** Number */
            number: number;
            /** Sentence */
            sentence: string;
        };
        /**
         * TakenOver
         * @description A member holds it now; the agent is silent.
         */
        TakenOver: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            conversation: components["schemas"]["Conversation"];
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            message: components["schemas"]["Message"];
            /** Taken From */
            taken_from: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "conversation.taken_over";
        };
        /**
         * TakeoverBody
         * @description `from_member_id`: the confirmed answer to "take it from Maya?".
         */
        TakeoverBody: {
            /** From Member Id */
            from_member_id?: string | null;
        };
        /**
         * Thread
         * @description A conversation, whole.
         */
        Thread: {
            conversation: components["schemas"]["Conversation"];
            /** Fields */
            fields: components["schemas"]["FieldValue"][];
            /** Handoffs */
            handoffs: components["schemas"]["Handoff"][];
            /** Messages */
            messages: components["schemas"]["Message"][];
            /** Notes */
            notes: components["schemas"]["Note"][];
            /** Position */
            position: number;
            /** Read Seq */
            read_seq: number;
            visitor: components["schemas"]["VisitorPanel"];
        };
        /** TokenBody */
        TokenBody: {
            /** Token */
            token: string;
        };
        /**
         * Tried
         * @description A passage the agent looked at and did not use.
         */
        Tried: {
            /** Path */
            path: string;
            /** Score */
            score: number;
            /** Title */
            title: string;
        };
        /**
         * Typing
         * @description `member_id` is None when the visitor types.
         */
        Typing: {
            /**
             * Conversation Id
             * Format: uuid
             */
            conversation_id: string;
            /** Member Id */
            member_id: string | null;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "typing";
            /**
             * Visitor Id
             * Format: uuid
             */
            visitor_id: string;
            /** Who */
            who: string;
        };
        /** TypingForVisitor */
        TypingForVisitor: {
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "typing";
            /** Who */
            who: string;
        };
        /** ValidationError */
        ValidationError: {
            /** Context */
            ctx: Record<string, never>;
            /** Input */
            input: unknown;
            /** Location */
            loc: (string | number)[];
            /** Message */
            msg: string;
            /** Error Type */
            type: string;
        };
        /**
         * View
         * @enum {string}
         */
        View: "needs_person" | "mine" | "agent" | "open" | "closed";
        /**
         * VisitorAvailability
         * @description Whether people are there. `sentence` is fit to show; `opens_at` lets the browser say it in its own time.
         */
        VisitorAvailability: {
            /**
             * Kind
             * @enum {string}
             */
            kind: "here" | "away" | "closed";
            /** Opens At */
            opens_at: string | null;
            /** Sentence */
            sentence: string;
        };
        /** VisitorConversation */
        VisitorConversation: {
            /** Contact Known */
            contact_known: boolean;
            emergency: components["schemas"]["EmergencyCard"] | null;
            form: components["schemas"]["Form"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Last Seq */
            last_seq: number;
            person: components["schemas"]["Person"] | null;
            /** Place In Line */
            place_in_line: number | null;
            /**
             * State
             * @enum {string}
             */
            state: "agent" | "waiting" | "person" | "closed";
        };
        /**
         * VisitorMessage
         * @description An entry of the visitor's thread. `key` is set on their own messages, to meet their local echo.
         */
        VisitorMessage: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * Author
             * @enum {string}
             */
            author: "visitor" | "agent" | "person" | "desk";
            card: components["schemas"]["EmergencyCard"] | null;
            form: components["schemas"]["Form"] | null;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Key */
            key: string | null;
            kind: components["schemas"]["MessageKind"];
            /** Person Name */
            person_name: string | null;
            /** Rating */
            rating: ("up" | "down") | null;
            /** Seq */
            seq: number;
            /**
             * Sources
             * @default []
             */
            sources: components["schemas"]["Citation"][];
            /** Text */
            text: string;
        };
        /** VisitorPanel */
        VisitorPanel: {
            /** Earlier */
            earlier: components["schemas"]["EarlierConversation"][];
            /** Email */
            email: string | null;
            /**
             * First Seen At
             * Format: date-time
             */
            first_seen_at: string;
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /** Name */
            name: string;
            /** Page */
            page: string | null;
        };
        /**
         * WelcomeBody
         * @description `preview`: a member tries the agent; the conversation is marked as a test.
         */
        WelcomeBody: {
            /**
             * Preview
             * @default false
             */
            preview: boolean;
        };
        /** Welcomed */
        Welcomed: {
            /** Token */
            token: string;
            /**
             * Visitor Id
             * Format: uuid
             */
            visitor_id: string;
        };
        /**
         * WidgetSettings
         * @description How the widget looks and greets on a site.
         */
        WidgetSettings: {
            /** Agent Name */
            agent_name: string;
            availability: components["schemas"]["VisitorAvailability"];
            /** Brand Color */
            brand_color: string;
            emergency: components["schemas"]["EmergencyNumbers"];
            /** Greeting */
            greeting: string;
            /** Language */
            language: string;
            /** Suggested Questions */
            suggested_questions: string[];
            /** Workspace Name */
            workspace_name: string;
        };
        /**
         * WorkspaceChanged
         * @description Its name, hours or policies changed.
         */
        WorkspaceChanged: {
            /**
             * At
             * Format: date-time
             */
            at: string;
            /**
             * @description discriminator enum property added by openapi-typescript
             * @enum {string}
             */
            type: "workspace.changed";
        };
        /**
         * WorkspaceOut
         * @description The workspace and the reader's own place in it.
         */
        WorkspaceOut: {
            /**
             * Availability
             * @enum {string}
             */
            availability: "available" | "away";
            /** Business Hours */
            business_hours: {
                [key: string]: string[][];
            };
            /** Holidays */
            holidays: string[];
            /**
             * Id
             * Format: uuid
             */
            id: string;
            /**
             * Member Id
             * Format: uuid
             */
            member_id: string;
            /** Name */
            name: string;
            /**
             * Reopen Policy
             * @enum {string}
             */
            reopen_policy: "to_people" | "new_with_agent";
            role: components["schemas"]["Role"];
            /** Time Zone */
            time_zone: string;
        };
        /**
         * WorkspacePatch
         * @description What to change; a field that is absent stays.
         */
        WorkspacePatch: {
            /** Business Hours */
            business_hours?: {
                [key: string]: string[][];
            } | null;
            /** Holidays */
            holidays?: string[] | null;
            /** Name */
            name?: string | null;
            /** Reopen Policy */
            reopen_policy?: ("to_people" | "new_with_agent") | null;
            /** Time Zone */
            time_zone?: string | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    remove_action_api_actions__action_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_action_api_actions__action_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                action_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_agents_api_agents_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"][];
                };
            };
        };
    };
    create_agent_api_agents_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAgent"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_agent_api_agents__agent_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_agent_api_agents__agent_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgentPatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_actions_api_agents__agent_id__actions_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionOut"][];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    create_action_api_agents__agent_id__actions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ActionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_rules_api_agents__agent_id__rules_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_rule_api_agents__agent_id__rules_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRule"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    order_rules_api_agents__agent_id__rules_order_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RuleOrder"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RulesOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_sources_api_agents__agent_id__sources_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceList"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_files_api_agents__agent_id__sources_files_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["Body_add_files_api_agents__agent_id__sources_files_post"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GivenFiles"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_question_api_agents__agent_id__sources_questions_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewQuestion"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    add_text_api_agents__agent_id__sources_text_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                agent_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewText"];
            };
        };
        responses: {
            /** @description Successful Response */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_thread_api_conversations__conversation_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Thread"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    acknowledge_emergency_api_conversations__conversation_id__acknowledgement_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    correct_field_api_conversations__conversation_id__fields__key__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FieldsBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_reply_api_conversations__conversation_id__messages_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplyBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepliedBody"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_note_api_conversations__conversation_id__notes_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Note"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    mark_read_api_conversations__conversation_id__read_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    resolve_api_conversations__conversation_id__resolution_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResolutionBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    reopen_api_conversations__conversation_id__resolution_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    take_over_api_conversations__conversation_id__takeover_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TakeoverBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    hand_back_api_conversations__conversation_id__takeover_delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Conversation"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    member_types_api_conversations__conversation_id__typing_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                conversation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_document_api_documents__document_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                document_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DocumentOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    poll_api_events_get: {
        parameters: {
            query?: {
                after?: number;
                wait?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    list_inbox_api_inbox_get: {
        parameters: {
            query?: {
                cursor?: string | null;
                limit?: number;
                view?: components["schemas"]["View"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxPage"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    invite_api_invitations_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_invitation_api_invitations__invitation_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    send_again_api_invitations__invitation_id__resend_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                invitation_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitationOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    accept_api_invitations_accept_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    preview_api_invitations_preview_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PreviewOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_for_new_link_api_invitations_renewal_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_outbox_api_mails_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Outbox"];
                };
            };
        };
    };
    me_api_me_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
        };
    };
    set_availability_api_me_availability_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AvailabilityBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    heartbeat_api_me_heartbeat_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    read_members_api_members_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Members"];
                };
            };
        };
    };
    remove_member_api_members__member_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_role_api_members__member_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RolePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    delete_rule_api_rules__rule_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    change_rule_api_rules__rule_id__patch: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                rule_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RulePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RuleOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sign_in_api_session_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    sign_out_api_session_delete: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    choose_workspace_api_session_workspace_put: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    setup_needed_api_setup_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetupNeeded"];
                };
            };
        };
    };
    set_up_api_setup_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetupBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    get_source_api_sources__source_id__get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceDetail"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    remove_source_api_sources__source_id__delete: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    retry_source_api_sources__source_id__retry_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                source_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SourceRow"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    stream_api_stream_get: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: {
                "last-event-id"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EphemeralForMember"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    leave_contact_api_widget__widget_key__contact_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ContactBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["After"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_conversation_api_widget__widget_key__conversation_get: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    start_anew_api_widget__widget_key__conversations_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["After"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    visitor_poll_api_widget__widget_key__events_get: {
        parameters: {
            query?: {
                after?: number;
                wait?: number;
            };
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Snapshot"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    submit_form_api_widget__widget_key__form_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FormBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["After"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    ask_for_person_api_widget__widget_key__handoff_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandoffBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["After"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    post_message_api_widget__widget_key__messages_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Posted"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    rate_answer_api_widget__widget_key__messages__message_id__rating_put: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                message_id: string;
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RatingBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_settings_api_widget__widget_key__settings_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WidgetSettings"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    visitor_stream_api_widget__widget_key__stream_get: {
        parameters: {
            query?: {
                after?: number;
            };
            header?: {
                authorization?: string;
                "last-event-id"?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventForVisitor"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    visitor_types_api_widget__widget_key__typing_post: {
        parameters: {
            query?: never;
            header?: {
                authorization?: string;
            };
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    welcome_api_widget__widget_key__visitors_post: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                widget_key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WelcomeBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Welcomed"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    read_workspace_api_workspace_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceOut"];
                };
            };
        };
    };
    change_workspace_api_workspace_patch: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WorkspacePatch"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WorkspaceOut"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
    found_workspace_api_workspaces_post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NameBody"];
            };
        };
        responses: {
            /** @description Successful Response */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Me"];
                };
            };
            /** @description Validation Error */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HTTPValidationError"];
                };
            };
        };
    };
}
